using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>Arrears and money after random histories, as of today and of past days, against a plain recount and the ledger.</summary>
[Collection(nameof(RandomHistory))]
public sealed class AgreeingOnArrearsAndMoney
{
    private const int Acts = 26;

    [Theory]
    [InlineData(3)]
    [InlineData(99)]
    public async Task Arrears_by_age_building_item_and_debtor_are_what_a_recount_gives(int seed)
    {
        var history = await LiveAsync(seed);
        var books = await SlowBooks.ReadAsync(history.Till);
        foreach (var day in new[] { history.Today, history.Today.AddDays(-25), history.Today.AddDays(-70) })
        {
            var report = await history.Till.WithAsync((ArrearsFigures a) => a.ReportAsync(new FigureChoice(day.AddMonths(-2), day, null), withDebtors: true));
            var open = books.Bills.Where(b => b.IssuedOn <= day).Select(b => (Bill: b, Fen: books.OpenOf(b, day))).Where(b => b.Fen != 0).ToList();
            int AgeOf(Bill bill) => (day.DayNumber - bill.DueOn!.Value.DayNumber) switch { <= 0 => 0, <= 30 => 1, <= 90 => 2, <= 365 => 3, <= 730 => 4, _ => 5 };

            var ages = report.Tables[0];
            Assert.Equal(
                Enumerable.Range(0, 6).Select(age => (open.Count(b => AgeOf(b.Bill) == age), new Money(open.Where(b => AgeOf(b.Bill) == age).Sum(b => b.Fen)))),
                ages.Rows.Select(r => ((int)r.Cells[1]!, (Money)r.Cells[2]!)));
            var total = books.Receivable(day, b => b.IssuedOn <= day);
            Assert.Equal(total, ages.Total!.Cells[2]);
            foreach (var row in report.Tables[1].Rows)
            {
                var here = open.Where(b => books.Buildings[b.Bill.BuildingId] == (string)row.Cells[0]!).ToList();
                Assert.Equal(Enumerable.Range(0, 6).Select(age => new Money(here.Where(b => AgeOf(b.Bill) == age).Sum(b => b.Fen))), row.Cells.Skip(1).Take(6).Cast<Money>());
            }

            var overdue = open.Where(b => b.Bill.DueOn < day).ToList();
            Assert.Equal(new Money(overdue.Sum(b => b.Fen)), report.Tables[2].Total!.Cells[2]);
            Assert.Equal((new Money(overdue.Sum(b => b.Fen)), total), ((Money)report.Tables[3].Total!.Cells[1]!, (Money)report.Tables[3].Total!.Cells[3]!));
            Assert.Equal(
                overdue.GroupBy(b => b.Bill.OwnerId).Select(g => (new Money(g.Sum(b => b.Fen)), g.Count())).OrderByDescending(g => g.Item1.Fen).ThenBy(g => g.Item2),
                report.Tables[4].Rows.Select(r => ((Money)r.Cells[3]!, (int)r.Cells[2]!)).OrderByDescending(g => g.Item1.Fen).ThenBy(g => g.Item2));
            Assert.All(report.Tables[4].Rows, r => Assert.EndsWith("**", (string)r.Cells[0]!, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(
            await history.Till.WithAsync(async (ArrearsFigures a) => (await a.ReportAsync(new FigureChoice(history.Today, history.Today, null), withDebtors: false)).Tables.Select(t => t.Title)),
            title => title.Contains("欠费最多", StringComparison.Ordinal) || title.Contains("时效", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(31)]
    public async Task Money_agrees_with_the_ledger_and_with_the_collection_report(int seed)
    {
        var history = await LiveAsync(seed);
        var books = await SlowBooks.ReadAsync(history.Till);
        var first = books.Bills.Min(b => b.IssuedOn!.Value);
        foreach (var (from, to) in new[] { (first, history.Today), (history.Today.AddDays(-60), history.Today.AddDays(-9)) })
        {
            var report = await history.Till.WithAsync((MoneyFigures m) => m.ReportAsync(new FigureChoice(from, to, null)));
            var ledger = await history.Till.SeeAsync(db => db.JournalLines.AsNoTracking().Include(l => l.JournalEntry).Where(l => l.JournalEntry.Date <= to).ToListAsync());
            Money Moved(params Account[] accounts) => Money.Sum(ledger.Where(l => l.JournalEntry.Date >= from && accounts.Contains(l.Account)).Select(l => l.Amount));
            Money Standing(Account account) => Money.Sum(ledger.Where(l => l.Account == account).Select(l => l.Amount));

            // Everything was paid by transfer: what came in is what the bank account moved.
            Assert.Equal(Moved(Account.Bank), report.Tables[0].Total!.Cells[^1]);
            Assert.Equal(Moved(Account.Bank), Money.Sum(report.Tables[0].Rows.Select(r => (Money)r.Cells[^1]!)));
            Assert.Equal(Moved(Account.Bank), Money.Sum(report.Tables[1].Rows.Select(r => (Money)r.Cells[^1]!)));
            var held = report.Tables[3].Total!.Cells;
            Assert.Equal(-(Standing(Account.Prepayment) + Standing(Account.DepositHeld)), held[4]);
            Assert.Equal(held[4], (Money)held[1]! + (Money)held[2]! - (Money)held[3]!);

            var water = books.Bills.Where(b => b.IssuedOn <= to).SelectMany(b => b.Lines.Where(l => l.OnBehalf).Select(l => (Bill: b, Line: l))).ToList();
            var ids = water.Select(w => w.Line.Id).ToHashSet();
            var (credits, paid) = (books.Credits.Where(c => ids.Contains(c.BillLineId) && c.On <= to).ToList(), books.Allocations.Where(a => ids.Contains(a.BillLineId) && a.AppliedOn <= to).ToList());
            var behalf = report.Tables[4].Total!.Cells;
            Assert.Equal(new Money(water.Where(w => w.Bill.IssuedOn >= from).Sum(w => w.Line.Amount.Fen)), behalf[2]);
            Assert.Equal(new Money(paid.Where(a => a.AppliedOn >= from).Sum(a => a.Amount.Fen)), behalf[5]);
            Assert.Equal(new Money(water.Sum(w => w.Line.Amount.Fen) - credits.Sum(c => c.Amount.Fen) - paid.Sum(a => a.Amount.Fen)), behalf[6]);

            var off = books.Credits.Where(c => c.On >= from && c.On <= to).ToLookup(c => c.Kind == BillCreditKind.RedEntry, c => c.Amount);
            var given = report.Tables[5];
            Assert.Equal((Money.Sum(off[true]), Money.Sum(off[false])), ((Money)given.Total!.Cells[4]!, (Money)given.Total!.Cells[5]!));
            Assert.Equal((Money.Sum(off[true]), Money.Sum(off[false])), (Money.Sum(given.Rows.Select(r => (Money)r.Cells[4]!)), Money.Sum(given.Rows.Select(r => (Money)r.Cells[5]!))));
            Assert.Equal(
                [-Moved(Account.Income, Account.LateFeeIncome, Account.Waiver), -Moved(Account.TaxPayable)],
                report.Tables[6].Rows.Skip(3).Take(2).Select(r => (Money)r.Cells[1]!));
        }
    }

    [Fact]
    public async Task The_page_of_the_day_says_what_the_reports_say()
    {
        var history = await LiveAsync(8);
        var choice = new FigureChoice(history.Today, history.Today, null);
        var today = await history.Till.WithAsync((TodayFigures t) => t.ReportAsync(choice));
        var arrears = await history.Till.WithAsync((ArrearsFigures a) => a.ReportAsync(choice, withDebtors: true));

        Assert.Equal(6, today.Tables.Count);
        Assert.Equal(arrears.Tables[2].Total!.Cells[2], today.Tables[1].Total!.Cells[2]);
        var run = await history.Till.SeeAsync(db => db.BillRuns.CountAsync(r => r.State == BillRunState.Draft && r.Period <= BillingMonth.Of(history.Today)));
        Assert.Equal(run, today.Tables[5].Rows[0].Cells[1]);
        var rate = await history.Till.WithAsync((CollectionRates r) => r.ReportAsync((BillingMonth.Of(history.Today) < history.Latest) ? BillingMonth.Of(history.Today) : history.Latest, history.Today));
        Assert.Equal(rate.Total.Figures.Collected, today.Tables[0].Rows[0].Cells[2]);
    }

    private static async Task<RandomHistory> LiveAsync(int seed)
    {
        var history = await RandomHistory.OpenAsync(seed);
        for (var act = 0; act < Acts; act++)
        {
            await history.ActAsync();
            history.Sleep();
        }

        return history;
    }
}
