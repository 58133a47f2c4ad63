using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.LateFees;

/// <summary>The late fee of a bill up to a day.</summary>
/// <param name="Working">Of the whole fee; what was billed of it before is its <c>Booked</c>.</param>
/// <param name="Freezes">Days that do not count, of the bill or of one line.</param>
public sealed record BillLateFee(
    Guid BillId, string Number, Guid UnitId, string Unit, DateOnly DueOn, Money Outstanding, LateFeeWorking Working, IReadOnlyList<FreezeRow> Freezes)
{
    public Money Whole => Working.Whole;

    /// <summary>What can still be billed.</summary>
    public Money Open => Whole - Working.Booked;
}

/// <param name="Item">The line that is frozen; null for the whole bill.</param>
public sealed record FreezeRow(Guid Id, FreezeReason Reason, string? Item, string? Note, DateOnly From, DateOnly? To, string By);

/// <summary>
/// Late fees from what is on file: lines, what came off them, money and its days, freezes, and the terms that held when the
/// bill was issued. Any day can be asked for, and gives the same answer whenever it is asked.
/// </summary>
public sealed class LateFeeQueries(DeskDbContext db)
{
    /// <summary>Null where the bill earns none: a draft, no terms, or itself a bill of late fees.</summary>
    public async Task<BillLateFee?> OfBillAsync(Guid billId, DateOnly until, CancellationToken cancel = default) =>
        await OfAsync(db.Bills.Where(b => b.Id == billId), until, cancel) is [var fee, ..] ? fee : null;

    /// <summary>Those of an owner's bills that come to something, oldest first.</summary>
    public async Task<IReadOnlyList<BillLateFee>> OfOwnerAsync(Guid ownerId, DateOnly until, CancellationToken cancel = default) =>
        [.. (await OfAsync(db.Bills.Where(b => b.OwnerId == ownerId && b.DueOn < until), until, cancel)).Where(f => !f.Whole.IsZero).OrderBy(f => f.DueOn).ThenBy(f => f.Number, StringComparer.Ordinal)];

    /// <summary>What an owner's bills earned by then and no bill asks for yet.</summary>
    public async Task<Money> OpenOfOwnerAsync(Guid ownerId, DateOnly until, CancellationToken cancel = default) =>
        Money.Sum((await OfOwnerAsync(ownerId, until, cancel)).Where(f => f.Open > Money.Zero).Select(f => f.Open));

    private async Task<IReadOnlyList<BillLateFee>> OfAsync(IQueryable<Bill> wanted, DateOnly until, CancellationToken cancel)
    {
        var bills = await wanted.Published().Where(b => b.BillRun.Kind != BillRunKind.LateFee && b.LateFeeDailyRate > 0).AsNoTracking()
            .Include(b => b.Lines).Include(b => b.Credits).AsSplitQuery().ToListAsync(cancel);
        var ids = bills.ConvertAll(b => b.Id);
        var money = (await db.Allocations.Where(a => ids.Contains(a.BillId)).Select(a => new { a.BillLineId, a.AppliedOn, a.Amount }).ToListAsync(cancel))
            .ToLookup(a => a.BillLineId, a => new PrincipalReduction(a.AppliedOn, a.Amount));
        var freezes = (await db.LateFeeFreezes.AsNoTracking().Where(f => ids.Contains(f.BillId)).OrderBy(f => f.From).ToListAsync(cancel)).ToLookup(f => f.BillId);
        var booked = await db.BillLines.LateFees().Where(l => l.ReversedById == null && ids.Contains(l.SourceId))
            .GroupBy(l => l.SourceId).Select(g => new { g.Key, Fen = g.Sum(l => l.Amount.Fen) }).ToDictionaryAsync(g => g.Key, g => new Money(g.Fen), cancel);
        return bills.ConvertAll(bill => Of(bill, money, [.. freezes[bill.Id]], booked.GetValueOrDefault(bill.Id), until));
    }

    private static BillLateFee Of(Bill bill, ILookup<Guid, PrincipalReduction> money, List<LateFeeFreeze> freezes, Money booked, DateOnly until)
    {
        var credits = bill.Credits.ToLookup(c => c.BillLineId, c => new PrincipalReduction(c.On!.Value, c.Amount));
        List<DayRange> FrozenDays(Guid? lineId) => freezes.FindAll(f => f.BillLineId == lineId).ConvertAll(f => new DayRange(f.From, f.To ?? (until < f.From ? f.From : until)));

        // A line that was taken back was never owed: it earns nothing for any day.
        var lines = bill.Lines.Where(l => l.ReversedById is null)
            .Select(l => new LatePrincipal(l.Amount, [.. money[l.Id], .. credits[l.Id]], FrozenDays(l.Id))).ToList();
        var fee = LateFee.Of(bill.LateFeeTerms!, lines, bill.DueOn!.Value, FrozenDays(null), until, booked);
        var names = bill.Lines.ToDictionary(l => l.Id, l => l.ItemName);
        return new BillLateFee(
            bill.Id, bill.Number, bill.UnitId, bill.UnitCode, bill.DueOn.Value, bill.Outstanding, (LateFeeWorking)fee.Working,
            freezes.ConvertAll(f => new FreezeRow(f.Id, f.Reason, f.BillLineId is { } line ? names[line] : null, f.Note, f.From, f.To, f.FrozenBy)));
    }
}
