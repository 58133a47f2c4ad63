using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>
/// Random histories; every figure of the reports, at every level and on any day, against a plain recount of the rows and
/// against the ledger, and what was printed on a day against what is printed of that day later.
/// </summary>
[Collection(nameof(RandomHistory))]
public sealed class AgreeingWithTheLedger
{
    private const int Acts = 26;

    [Fact]
    public async Task Every_figure_is_what_a_plain_recount_gives_on_any_day()
    {
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var seed in new[] { 7, 42, 2025 })
        {
            var history = await RandomHistory.OpenAsync(seed);
            var printed = new List<(BillingMonth Month, DateOnly Day, string Text)>();
            for (var act = 0; act < Acts; act++)
            {
                await history.ActAsync();
                if (history.Next(3) > 0)
                {
                    var month = history.Next(3) == 0 ? Till.March : history.Latest;
                    printed.Add((month, history.Today, Print(await ReportAsync(history, month, history.Today))));
                    history.Sleep();
                }
            }

            var books = await SlowBooks.ReadAsync(history.Till);
            foreach (var (month, day, text) in printed)
            {
                var report = await ReportAsync(history, month, day);
                Assert.Equal(text, Print(report));
                Check(books, report);
            }

            await OpenedAsync(history, printed[^1].Month, printed[^1].Day);

            foreach (var (kind, count) in history.Done)
            {
                done[kind] = done.GetValueOrDefault(kind) + count;
            }

            Assert.Empty((await history.Till.AuditAsync()).Broken);

            // The sums made anew from the rows say the same of every day.
            await history.Till.WithAsync((MergeBillSums m) => m.RebuildAsync());
            foreach (var (month, day, text) in printed)
            {
                Assert.Equal(text, Print(await ReportAsync(history, month, day)));
            }
        }

        // The histories are worth something: everything that can happen did.
        Assert.Equal(["BillAsync", "GiveBackAsync", "MergeAsync", "PayAsync", "SellAsync", "TakeBackAsync", "WaiveAsync"], done.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_trend_and_the_cohorts_are_what_a_plain_recount_gives()
    {
        await using var host = await DeskHost.StartAloneAsync();
        var history = await RandomHistory.OpenAsync(11, host);
        for (var act = 0; act < Acts; act++)
        {
            await history.ActAsync();
            history.Sleep();
        }

        var (books, day) = (await SlowBooks.ReadAsync(history.Till), history.Today.AddDays(-history.Next(40)));
        var report = await history.Till.WithAsync((CollectionTrend t) => t.ReportAsync(new FigureChoice(day, day, null)));

        var (trend, cohorts, collectors) = (report.Tables[0], report.Tables[1], report.Tables[2]);
        Assert.NotEmpty(trend.Rows);
        var newest = books.Bills.Where(b => b.IssuedOn <= day).Max(b => b.Period);
        var later = Math.Max(0, ((day.Year - newest.Year) * 12) + day.Month - newest.Month);
        foreach (var row in trend.Rows)
        {
            var month = (BillingMonth)row.Cells[0]!;
            var then = month.FirstDay.AddMonths(later);
            var (end, same) = (BillingMonth.Of(then).LastDay, then.AddDays(Math.Min(day.Day, BillingMonth.Of(then).Days) - 1));
            var figures = books.Figures(month, day, (b, _) => b.Period == month);
            Assert.Equal([figures.Billed, figures.Red, figures.Waived, figures.Collected], row.Cells.Skip(1).Take(4).Cast<Money>());
            Assert.Equal(new Share(figures.Current), row.Cells[7]);
            Assert.Equal(new Share(day >= same ? books.Figures(month, same, (b, _) => b.Period == month).Current : null), row.Cells[5]);
            Assert.Equal(new Share(day >= end ? books.Figures(month, end, (b, _) => b.Period == month).Current : null), row.Cells[6]);
        }

        var dueMonths = books.Bills.Where(b => b.IssuedOn <= day).GroupBy(b => BillingMonth.Of(b.DueOn!.Value)).OrderBy(g => g.Key).ToList();
        Assert.Equal(dueMonths.ConvertAll(g => (object)g.Key), cohorts.Rows.Select(r => r.Cells[0]!));
        foreach (var (bills, row) in dueMonths.Zip(cohorts.Rows))
        {
            var due = bills.Sum(b => b.Total.Fen - books.Credits.Where(c => c.BillId == b.Id && c.On <= day).Sum(c => c.Amount.Fen));
            Assert.Equal(new Money(due), row.Cells[1]);
            foreach (var (n, cell) in new[] { (10, 3), (30, 4), (90, 5) })
            {
                var passed = bills.All(b => b.DueOn!.Value.AddDays(n) <= day);
                var paid = bills.Sum(b => books.Allocations.Where(a => a.BillId == b.Id && a.AppliedOn <= b.DueOn!.Value.AddDays(n) && a.AppliedOn <= day).Sum(a => a.Amount.Fen));
                Assert.Equal(new Share(passed ? CollectionRate.Of(new Money(paid), new Money(due)) : null), row.Cells[cell]);
            }
        }

        var inMonth = books.Allocations.Where(a => a.AppliedOn <= day && a.AppliedOn >= new DateOnly(day.Year, day.Month, 1)).Sum(a => a.Amount.Fen);
        Assert.Equal(new Money(inMonth), collectors.Total!.Cells[3]);
        Assert.Equal(new Money(inMonth), Money.Sum(collectors.Rows.Select(r => (Money)r.Cells[3]!)));
    }

    [Fact]
    public async Task The_company_says_where_waivers_count()
    {
        var history = await RandomHistory.OpenAsync(5);
        for (var act = 0; act < Acts; act++)
        {
            await history.ActAsync();
        }

        var figures = (await ReportAsync(history, Till.April, history.Today)).Total.Figures;
        await history.Till.WithAsync((ReportSettings s) => s.CountWaiversAsync(asCollected: true));
        var after = (await ReportAsync(history, Till.April, history.Today)).Total.Figures;

        Assert.Equal(figures with { WaiversAsCollected = true }, after);
        Assert.Equal(CollectionRate.Of(after.Collected + after.Waived, after.Billed - after.Red), after.Current);
        Assert.True((after.Waived + after.PriorWaived) > Money.Zero);
    }

    /// <summary>Every figure of every part opens to bills whose amounts add up to it.</summary>
    private static async Task OpenedAsync(RandomHistory history, BillingMonth month, DateOnly day)
    {
        var report = await ReportAsync(history, month, day);
        await using var scope = history.Till.Desk.Enter();
        var rows = scope.ServiceProvider.GetRequiredService<EventRows>();
        var buildings = await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Buildings.ToDictionaryAsync(b => b.Name, b => b.Id, TestContext.Current.CancellationToken);
        var all = new EventFilter(EventFigure.Closing, month, day);
        (CollectionRow Row, EventFilter Filter)[] parts =
        [
            (report.Total, all),
            .. report.Groups[1].Rows.Select(r => (r, all with { BuildingId = buildings[r.Name] })),
            .. report.Groups[2].Rows.Select(r => (r, all with { Item = r.Name })),
            .. report.Groups[3].Rows.Select(r => (r, all with { UnitKind = Enum.GetValues<UnitKind>().Single(k => Words.Of(k) == r.Name) })),
        ];
        foreach (var (row, filter) in parts)
        {
            var f = row.Figures;
            Money[] figures = [f.Opening, f.Billed, f.Red + f.PriorRed, f.Waived + f.PriorWaived, f.Collected, f.PriorCollected, f.Closing];
            foreach (var (figure, amount) in Enum.GetValues<EventFigure>().Zip(figures))
            {
                var page = await rows.ListAsync(filter with { Figure = figure }, 1, TestContext.Current.CancellationToken);
                Assert.Equal(amount, page.Sum);
                Assert.Equal(amount, Money.Sum(page.Rows.Select(r => r.Amount)));
            }
        }
    }

    private static void Check(SlowBooks books, CollectionReport report)
    {
        var (month, day) = (report.Month, report.CutOff);
        Same(report.Total, _ => true, (_, _) => true);
        Assert.Equal(books.Bills.Where(b => b.Period <= month && b.IssuedOn <= day).Select(b => books.Buildings[b.BuildingId]).Distinct().Order(), report.Groups[1].Rows.Select(r => r.Name).Order());
        foreach (var row in report.Groups[1].Rows)
        {
            Same(row, b => books.Buildings[b.BuildingId] == row.Name, (b, _) => books.Buildings[b.BuildingId] == row.Name);
        }

        foreach (var row in report.Groups[2].Rows)
        {
            Assert.Equal(books.Figures(month, day, (_, l) => l.ItemName == row.Name), row.Figures);
        }

        foreach (var row in report.Groups[3].Rows)
        {
            Same(row, b => Words.Of(b.UnitKind) == row.Name, (b, _) => Words.Of(b.UnitKind) == row.Name);
        }

        void Same(CollectionRow row, Func<Bill, bool> bills, Func<Bill, BillLine, bool> lines)
        {
            var (households, paid) = books.Households(month, day, bills);
            Assert.Equal(books.Figures(month, day, lines) with { Households = households, HouseholdsPaid = paid }, row.Figures);
            Assert.Equal(books.Receivable(day, b => b.Period <= month && b.IssuedOn <= day && bills(b)), row.Figures.Closing);
            Assert.True(row.Balances, row.Name);
        }
    }

    private static Task<CollectionReport> ReportAsync(RandomHistory history, BillingMonth month, DateOnly day) =>
        history.Till.WithAsync((CollectionRates r) => r.ReportAsync(month, day));

    private static string Print(CollectionReport report) => string.Join('\n', report.Groups.SelectMany(g => g.Rows).Append(report.Total).Select(r => $"{r.Name} {r.Figures} {r.Open}"));
}
