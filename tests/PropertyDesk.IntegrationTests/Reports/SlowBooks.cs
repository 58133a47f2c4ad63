using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>All rows of a company in memory, and its figures counted row by row: slow, and plain enough to be believed.</summary>
internal sealed class SlowBooks
{
    public List<Bill> Bills { get; private set; } = [];

    public Dictionary<Guid, string> Buildings { get; private set; } = [];

    public List<Allocation> Allocations { get; private set; } = [];

    public List<BillCredit> Credits { get; private set; } = [];

    public List<JournalLine> Receivables { get; private set; } = [];

    public static Task<SlowBooks> ReadAsync(Till till) => till.SeeAsync(async db => new SlowBooks
    {
        Bills = await db.Bills.AsNoTracking().Include(b => b.Lines).Where(b => b.IssuedOn != null).ToListAsync(),
        Buildings = await db.Buildings.ToDictionaryAsync(b => b.Id, b => b.Name),
        Allocations = await db.Allocations.AsNoTracking().ToListAsync(),
        Credits = await db.BillCredits.AsNoTracking().Where(c => c.On != null).ToListAsync(),
        Receivables = await db.JournalLines.AsNoTracking().Include(l => l.JournalEntry).Where(l => l.Account == Account.Receivable).ToListAsync(),
    });

    /// <param name="which">Bills and lines that are counted.</param>
    public CollectionFigures Figures(BillingMonth month, DateOnly day, Func<Bill, BillLine, bool> which)
    {
        var opens = Bills.Where(b => b.Period == month && b.IssuedOn <= day).Select(b => b.IssuedOn!.Value).DefaultIfEmpty(month.Next.FirstDay).Min();
        long opening = 0, priorRed = 0, priorWaived = 0, priorCollected = 0, billed = 0, red = 0, waived = 0, collected = 0, yearNet = 0, yearCollected = 0;
        foreach (var bill in Bills.Where(b => b.Period <= month && b.IssuedOn <= day))
        {
            foreach (var line in bill.Lines.Where(l => which(bill, l)))
            {
                if (bill.Period == month)
                {
                    billed += line.Amount.Fen;
                }
                else
                {
                    opening += line.Amount.Fen;
                }

                yearNet += bill.Period.Year == month.Year ? line.Amount.Fen * (bill.Period == month ? 13 - month.Month : 1) : 0;
                foreach (var credit in Credits.Where(c => c.BillLineId == line.Id && c.On <= day))
                {
                    var isRed = credit.Kind == BillCreditKind.RedEntry;
                    yearNet -= bill.Period.Year == month.Year ? credit.Amount.Fen * (bill.Period == month ? 13 - month.Month : 1) : 0;
                    _ = (bill.Period == month, credit.On < opens, isRed) switch
                    {
                        (true, _, true) => red += credit.Amount.Fen,
                        (true, _, false) => waived += credit.Amount.Fen,
                        (false, true, _) => opening -= credit.Amount.Fen,
                        (false, false, true) => priorRed += credit.Amount.Fen,
                        (false, false, false) => priorWaived += credit.Amount.Fen,
                    };
                }

                foreach (var paid in Allocations.Where(a => a.BillLineId == line.Id && a.AppliedOn <= day))
                {
                    yearCollected += bill.Period.Year == month.Year ? paid.Amount.Fen : 0;
                    _ = (bill.Period == month, paid.AppliedOn < opens) switch
                    {
                        (true, _) => collected += paid.Amount.Fen,
                        (false, true) => opening -= paid.Amount.Fen,
                        (false, false) => priorCollected += paid.Amount.Fen,
                    };
                }
            }
        }

        return new CollectionFigures
        {
            Opening = new(opening),
            PriorRed = new(priorRed),
            PriorWaived = new(priorWaived),
            PriorCollected = new(priorCollected),
            Billed = new(billed),
            Red = new(red),
            Waived = new(waived),
            Collected = new(collected),
            YearStandard = new(yearNet),
            YearCollected = new(yearCollected),
        };
    }

    /// <summary>Units with bills of the month, of which the last one is counted, and those of which nothing is open on the day.</summary>
    public (int Billed, int Paid) Households(BillingMonth month, DateOnly day, Func<Bill, bool> which)
    {
        var units = Bills.Where(b => b.Period == month && b.IssuedOn <= day).GroupBy(b => b.UnitId)
            .Where(u => which(u.OrderBy(b => b.IssuedOn).ThenBy(b => b.Number.Length).ThenBy(b => b.Number, StringComparer.Ordinal).Last())).ToList();
        return (units.Count, units.Count(u => u.Sum(b => OpenOf(b, day)) <= 0));
    }

    /// <summary>What the ledger has as receivable of a bill at the end of a day.</summary>
    public Money Receivable(DateOnly day, Func<Bill, bool> which)
    {
        var ids = Bills.Where(which).Select(b => b.Id).ToHashSet();
        return Money.Sum(Receivables.Where(l => l.BillId is { } bill && ids.Contains(bill) && l.JournalEntry.Date <= day).Select(l => l.Amount));
    }

    public long OpenOf(Bill bill, DateOnly day) => bill.Total.Fen
        - Credits.Where(c => c.BillId == bill.Id && c.On <= day).Sum(c => c.Amount.Fen)
        - Allocations.Where(a => a.BillId == bill.Id && a.AppliedOn <= day).Sum(a => a.Amount.Fen);
}
