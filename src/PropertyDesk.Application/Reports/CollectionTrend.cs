using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>How collection goes over 36 months: by billing month, by due month (cohort curve), and by collector.</summary>
public sealed class CollectionTrend(DeskDbContext db, BillEvents events, BillSums stored, ReportHeads heads)
{
    public const int Months = 36;

    private static readonly int[] DaysAfterDue = [10, 30, 90];

    public async Task<FigureReport> ReportAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var days = await DaysAsync(choice, cancel);
        return await heads.HeadAsync(Texts.Of("收缴趋势"), choice, [Trend(days, choice), Cohorts(days, choice), await CollectorsAsync(choice, cancel)], cancel);
    }

    /// <summary>Sums of each billing month, due day and day; enough to cut both curves out of.</summary>
    private async Task<List<DaySum>> DaysAsync(FigureChoice choice, CancellationToken cancel)
    {
        var first = BillingMonth.Of(new DateOnly(choice.AsOf.Year, choice.AsOf.Month, 1).AddMonths(1 - Months));
        var day = choice.AsOf;
        var rows = await stored.ByDay(choice.CommunityId).Where(s => s.Period >= first && s.On <= day)
            .GroupBy(s => new { s.Period, s.DueOn, s.On }).SumUp().ToListAsync(cancel);
        return rows.ConvertAll(r => new DaySum(r.Key.Period, r.Key.DueOn, r.Key.On, r.Billed, r.Red, r.Waived, r.Collected));
    }

    private static FigureTable Trend(List<DaySum> days, FigureChoice choice)
    {
        // Where a month is billed after its end, so were the others: all are looked at as long after their month as the latest is today.
        var later = days.Count == 0 ? 0 : Math.Max(0, MonthsBetween(days.Max(d => d.Period), BillingMonth.Of(choice.AsOf)));
        var months = days.GroupBy(d => d.Period).OrderBy(g => g.Key).Select(g =>
        {
            var then = BillingMonth.Of(g.Key.FirstDay.AddMonths(later));
            var (end, before) = (then.LastDay, SameDay(choice.AsOf, then));
            return new FigureRow(
            [
                g.Key, new Money(g.Sum(d => d.Billed)), new Money(g.Sum(d => d.Red)), new Money(g.Sum(d => d.Waived)), new Money(g.Sum(d => d.Collected)),
                new Share(choice.AsOf >= before ? Rate(g, before) : null), new Share(choice.AsOf >= end ? Rate(g, end) : null), new Share(Rate(g, choice.AsOf)),
            ],
            $"/Reports/CollectionRate?month={g.Key}&asOf={choice.AsOf:yyyy-MM-dd}&community={choice.CommunityId}");
        }).ToList();
        return new FigureTable(
            Texts.Of("按账期，{0} 个月", Months),
            [Texts.Of("账期"), Texts.Of("应收"), Texts.Of("红冲"), Texts.Of("减免"), Texts.Of("已收"), Texts.Of("同日收缴率"), Texts.Of("月末收缴率"), Texts.Of("至今收缴率")],
            months,
            [
                Texts.Of("收缴率 = 截至该日收到的该账期账款 ÷（截至该日该账期应收 − 红冲 − 减免）。"),
                Texts.Of("同日：该账期之后第 {0} 个月的 {1} 日（没有该日的取月末），与最近账期今天所处的日子相同，用来逐月比较；月末：该月最后一天，未完印作“—”。", later, choice.AsOf.Day),
            ])
        {
            Drawn = [5, 6, 7],
            IsOverTime = true,
        };
    }

    /// <summary>How much of what fell due in a month was in so many days later; a dash while those days have not passed for all bills.</summary>
    private static FigureTable Cohorts(List<DaySum> days, FigureChoice choice)
    {
        var cohorts = days.Where(d => d.DueOn is not null).GroupBy(d => BillingMonth.Of(d.DueOn!.Value)).OrderBy(g => g.Key).Select(g =>
        {
            var due = new Money(g.Sum(d => d.Billed - d.Red - d.Waived));
            var last = g.Max(d => d.DueOn!.Value);
            Share After(int n) => new(choice.AsOf >= last.AddDays(n) ? CollectionRate.Of(new Money(g.Where(d => d.On <= d.DueOn!.Value.AddDays(n)).Sum(d => d.Collected)), due) : null);
            return new FigureRow([g.Key, due, After(0), .. DaysAfterDue.Select(After), new Share(CollectionRate.Of(new Money(g.Sum(d => d.Collected)), due))]);
        }).ToList();
        return new FigureTable(
            Texts.Of("按到期月"),
            [Texts.Of("到期月"), Texts.Of("应收净额"), Texts.Of("到期日"), .. DaysAfterDue.Select(n => Texts.Of("到期后 {0} 天", n)), Texts.Of("至今")],
            cohorts,
            [Texts.Of("到期后 N 天 = 在各账单到期日后 N 天内收到的账款 ÷ 该月到期账单的应收净额（应收 − 红冲 − 减免，截至报表日）；还没有全部过完 N 天的印作“—”。")])
        {
            Drawn = [2, 3, 4, 5],
            IsOverTime = true,
        };
    }

    /// <summary>Who brought in what of the month's bills and of earlier ones within the month.</summary>
    private async Task<FigureTable> CollectorsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (month, from) = (BillingMonth.Of(choice.AsOf), new DateOnly(choice.AsOf.Year, choice.AsOf.Month, 1));
        var collected = events.CollectedUpTo(choice.AsOf, choice.CommunityId).Where(a => a.AppliedOn >= from);
        // What a payment does not prepay, it settles on its own day: the day is asked of both, so that each side is a range of days.
        var payments = db.Payments.Where(p => p.PaidOn >= from && p.PaidOn <= choice.AsOf && (choice.CommunityId == null || p.CommunityId == choice.CommunityId));
        var paid = await payments.GroupBy(p => p.CashierName).Select(g => new { Name = g.Key, Fen = g.Sum(p => p.Amount.Fen - p.Prepaid.Fen) }).ToListAsync(cancel);
        var current = await (
            from a in collected.Where(a => a.Period == month)
            join p in payments on a.PaymentId equals p.Id
            group a.Amount.Fen by p.CashierName into g
            select new { Name = g.Key, Fen = g.Sum() }).ToDictionaryAsync(c => c.Name, c => c.Fen, cancel);
        var fromPurses = collected.Where(a => a.PurseEntryId != null).GroupBy(a => a.Period == month).Select(g => new { IsCurrent = g.Key, Fen = g.Sum(a => a.Amount.Fen) });
        var purses = await fromPurses.ToListAsync(cancel);
        List<(string Name, long Current, long All)> people = paid.ConvertAll(p => (p.Name.Length > 0 ? p.Name : Texts.Of("系统"), current.GetValueOrDefault(p.Name), p.Fen));
        if (purses.Count > 0)
        {
            people.Add((Texts.Of("预存款"), purses.Where(p => p.IsCurrent).Sum(p => p.Fen), purses.Sum(p => p.Fen)));
        }

        var (ofMonth, all) = (people.Sum(p => p.Current), people.Sum(p => p.All));
        FigureRow Row(string name, long of, long sum) =>
            new([name, new Money(of), new Money(sum - of), new Money(sum), new Share(CollectionRate.Of(new Money(sum), new Money(all)))]);

        return new FigureTable(
            Texts.Of("按收费员，{0}", month),
            [Texts.Of("收费员"), Texts.Of("本月账期"), Texts.Of("其他账期"), Texts.Of("已收"), Texts.Of("占比")],
            [.. people.Where(p => (p.Current, p.All) != (0, 0)).OrderByDescending(p => p.All).Select(p => Row(p.Name, p.Current, p.All))],
            [Texts.Of("{0} 至 {1} 核销到账单上的款项，按经手人；冲回的为负数。“预存款”是从预存款抵扣的。", from.ToString("yyyy-MM-dd"), choice.AsOf.ToString("yyyy-MM-dd"))])
        {
            Total = Row(Texts.Of("合计"), ofMonth, all),
            Drawn = [3],
        };
    }

    private static decimal? Rate(IEnumerable<DaySum> days, DateOnly day)
    {
        var until = days.Where(d => d.On <= day).ToList();
        return CollectionRate.Of(new Money(until.Sum(d => d.Collected)), new Money(until.Sum(d => d.Billed - d.Red - d.Waived)));
    }

    private static int MonthsBetween(BillingMonth first, BillingMonth last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;

    private static DateOnly SameDay(DateOnly day, BillingMonth month) => month.FirstDay.AddDays(Math.Min(day.Day, month.Days) - 1);

    private sealed record DaySum(BillingMonth Period, DateOnly? DueOn, DateOnly On, long Billed, long Red, long Waived, long Collected);
}
