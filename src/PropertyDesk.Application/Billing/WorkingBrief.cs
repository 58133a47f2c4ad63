using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using static PropertyDesk.Application.Billing.WorkingFigures;

namespace PropertyDesk.Application.Billing;

/// <summary>A working in one line, for the table of a printed bill; <see cref="WorkingText"/> has every step.</summary>
public static class WorkingBrief
{
    public static string Of(LineWorking working) => working switch
    {
        ParkingWorking parking => Texts.Of("车位 {0}", parking.Space) + Texts.Of("，") + Stretches(parking),
        MonthsWorking months => Texts.Of("{0} 至 {1} 共 {2} 个月", ((ProratedWorking)months.Months[0]).Month, ((ProratedWorking)months.Months[^1]).Month, months.Months.Count),
        PeriodWorking period => Texts.Of("{0} 至 {1} 共 {2} 个月", period.Months[0].Month, period.Months[^1].Month, period.Months.Count),
        CardWorking card => Texts.Of("车位 {0}", card.Space) + Texts.Of("，") + string.Join(Texts.Of("，"), card.Cards.Select(c => Texts.Of("月卡 {0} 至 {1}", Day(c.From), Day(c.To)))),
        MinimumWorking minimum => Of(minimum.Whole) + Texts.Of("，") + Texts.Of("按最低收费"),
        FormulaWorking formula => formula.Formula,
        ProratedWorking prorated => Stretches(prorated),
        OnceWorking once => Texts.Of("{0} {1} × {2} 元", Quantity(once.Quantity), Unit(once.Unit), Price(once.Price)),
        VacancyWorking vacancy => Texts.Of("空置减免 {0}，{1} 天", Percent(1 - vacancy.Rate), vacancy.Days),
        TransferWorking transfer => Texts.Of("当月过户，全月 {0} 按天数分担 {1}/{2}", transfer.Whole.Rounded, transfer.Days, transfer.DaysOfOwners.Sum()),
        PayersWorking payers => PayerSteps.Brief(payers),
        MeteredWorking metered => Metered(metered),
        TieredWorking tiered => Use(tiered.Usage, Counted(tiered.Unit)) + Texts.Of("，") + Texts.Of("阶梯价"),
        SharedWorking shared => Texts.Of("总额 {0} × {1} ÷ {2}", shared.Cost.Total, Quantity(shared.Weight), Quantity(shared.SumOfWeights)),
        ReversalWorking reversal => Texts.Of("更正账单 {0}", reversal.BillNumber),
        DiscountWorking discount => Texts.Of("预缴优惠 {0}", Percent(discount.Rate)),
        OffsetWorking or WaiverWorking or RedEntryWorking => CreditSteps.Of(working).First(),
        ServiceWorking service => Texts.Of("工单 {0}", service.Ticket) + Texts.Of("，") + string.Join(" + ", service.Parts.Select(p => p.Name)),
        LateFeeWorking lateFee => Texts.Of("本金 {0}，每天 {1}，算到 {2}", lateFee.Principal, Percent(lateFee.Terms.DailyRate), Day(lateFee.Until)),
        _ => throw new ArgumentOutOfRangeException(nameof(working), working.GetType().Name, "No words for this kind of working."),
    };

    private static string Stretches(ProratedWorking working) => string.Join(" + ", working.Segments.Select(segment => Stretch(working, segment)));

    private static string Stretch(ProratedWorking working, ChargeSegment segment)
    {
        var product = (working, segment.Quantity) switch
        {
            (AreaWorking, _) => $"{Price(segment.Quantity)} ㎡ × {Price(segment.Price)} {Unit("元")}",
            (_, 1) => Texts.Of("每月 {0} 元", Price(segment.Price)),
            _ => Texts.Of("{0} × 每月 {1} 元", Quantity(segment.Quantity), Price(segment.Price)),
        };
        product = segment.FixedPart == 0 ? product : $"{product} + {Price(segment.FixedPart)} {Unit("元")}";
        return segment.Days == working.DaysInMonth ? product : Texts.Of("{0} × {1}/{2} 天", product, segment.Days, working.DaysInMonth);
    }

    private static string Metered(MeteredWorking working)
    {
        var use = Use(working.Usage, Counted(working.Unit));
        return working.Periods.Count == 1
            ? $"{use} × {Price(working.Periods[0].Price)} {Unit(working.Unit)}"
            : use + Texts.Of("，") + Texts.Of("{0} 个价格按天数分", working.Periods.Count);
    }

    private static string Use(MeterUsage usage, string unit) => usage.Parts is [{ Rollover: false } part]
        ? Texts.Of("{0} → {1}，用量 {2} {3}", Quantity(part.Previous), Quantity(part.Current), Quantity(usage.Total), unit)
        : Texts.Of("用量 {0} {1}", Quantity(usage.Total), unit);
}
