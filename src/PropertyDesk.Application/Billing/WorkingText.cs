using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>A working in plain words, step by step, in the current language: to be read aloud to the owner at the desk.</summary>
public static class WorkingText
{
    /// <summary>The steps in order; the last one ends with the amount of the line.</summary>
    public static IReadOnlyList<string> Steps(LineWorking working) => [.. working switch
    {
        ProratedWorking prorated => ProratedSteps.Of(prorated),
        OnceWorking once => Once(once),
        VacancyWorking vacancy => Vacancy(vacancy),
        TransferWorking transfer => Transfer(transfer),
        PayersWorking payers => PayerSteps.Of(payers),
        MonthsWorking or PeriodWorking or CardWorking => PeriodSteps.Of(working),
        MinimumWorking minimum => Minimum(minimum),
        FormulaWorking formula => FormulaSteps.Of(formula),
        MeteredWorking metered => MeterSteps.Of(metered),
        TieredWorking tiered => MeterSteps.Of(tiered),
        SharedWorking shared => SharedSteps.Of(shared),
        ReversalWorking reversal => Reversal(reversal),
        DiscountWorking discount => Discount(discount),
        LateFeeWorking lateFee => LateFeeSteps.Of(lateFee),
        ServiceWorking service => Service(service),
        OffsetWorking or WaiverWorking or RedEntryWorking => CreditSteps.Of(working),
        _ => throw new ArgumentOutOfRangeException(nameof(working), working.GetType().Name, "No words for this kind of working."),
    }];

    /// <summary>The step from the unrounded result to the amount.</summary>
    /// <param name="parts">How many subtotals there were: a single one need not be added up.</param>
    internal static string Result(LineWorking working, int parts)
    {
        var (unrounded, rounded) = (working.Unrounded, working.Rounded.ToString());
        return (parts > 1, unrounded == working.Rounded.Yuan) switch
        {
            (true, true) => Texts.Of("合计 = {0}", rounded),
            (true, false) => Texts.Of("合计 {0}，四舍五入到分 = {1}", Exact(unrounded), rounded),
            (false, true) => Texts.Of("金额 = {0}", rounded),
            (false, false) => Texts.Of("{0} 四舍五入到分 = {1}", Exact(unrounded), rounded),
        };
    }

    private static IEnumerable<string> Service(ServiceWorking service)
    {
        yield return Texts.Of("工单 {0} 的材料和人工：", service.Ticket);
        foreach (var part in service.Parts)
        {
            yield return part.Amount.Yuan == part.Price.Yuan * part.Quantity
                ? Texts.Of("{0}：{1} × {2} = {3}", part.Name, Quantity(part.Quantity), part.Price, part.Amount)
                : Texts.Of("{0}：{1} × {2} = {3}，四舍五入到分 {4}", part.Name, Quantity(part.Quantity), part.Price, Exact(part.Price.Yuan * part.Quantity), part.Amount);
        }

        yield return Result(service, service.Parts.Count);
    }

    private static IEnumerable<string> Minimum(MinimumWorking minimum)
    {
        foreach (var step in Steps(minimum.Whole))
        {
            yield return step;
        }

        yield return Texts.Of("不足最低收费 {0} 元，按最低收费，本行 = {1}", Price(minimum.Minimum), minimum.Rounded);
    }

    private static IEnumerable<string> Once(OnceWorking once)
    {
        if (once.On is { } day)
        {
            yield return once.Note is { } note ? Texts.Of("{0} 发生：{1}", Day(day), note) : Texts.Of("{0} 发生", Day(day));
        }

        yield return Texts.Of("{0} {1} × {2} 元 = {3}", Quantity(once.Quantity), Unit(once.Unit), Price(once.Price), Exact(once.Unrounded));
        yield return Result(once, parts: 1);
    }

    private static IEnumerable<string> Vacancy(VacancyWorking vacancy)
    {
        yield return Texts.Of("空置期间按 {0} 收取，减免其余 {1}。", Percent(vacancy.Rate), Percent(1 - vacancy.Rate));
        yield return Texts.Of(
            "本期应收 {0} × {1} × {2} 天 ÷ {3} 天（{4} 至 {5}）= {6}",
            vacancy.Gross, Percent(1 - vacancy.Rate), vacancy.Days, vacancy.GrossDays, Day(vacancy.From), Day(vacancy.To), Exact(-vacancy.Unrounded));
        yield return Texts.Of("四舍五入到分，从应收中减去，本行 = {0}", vacancy.Rounded);
    }

    private static IEnumerable<string> Transfer(TransferWorking transfer)
    {
        foreach (var step in Steps(transfer.Whole))
        {
            yield return step;
        }

        yield return Texts.Of(
            "当月房屋过户，按天数由前后业主分担：{0} × {1} 天 ÷ {2} 天 = {3}",
            transfer.Whole.Rounded, transfer.Days, transfer.DaysOfOwners.Sum(), Exact(transfer.Unrounded));
        yield return Texts.Of("各份取到分，差的分补给余数最大的一份，各份相加等于全月；本份 = {0}", transfer.Rounded);
    }

    private static IEnumerable<string> Reversal(ReversalWorking reversal)
    {
        yield return Texts.Of("更正：冲回账单 {0} 中的一行，该行原来的算法是：", reversal.BillNumber);
        foreach (var step in Steps(reversal.Original))
        {
            yield return step;
        }

        yield return Texts.Of("冲回，本行 = {0}", reversal.Rounded);
    }

    private static IEnumerable<string> Discount(DiscountWorking discount)
    {
        yield return Texts.Of(
            "{0} 个月应收合计 {1} × 优惠 {2}，四舍五入到分，共优惠 {3}",
            discount.Months.Count, Money.Sum(discount.Months), Percent(discount.Rate), discount.Whole);
        yield return Texts.Of("按各月金额分到每个月，差的分补给余数最大的月份，各月相加等于共优惠；本行 = {0}", discount.Rounded);
    }
}
