using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Owners;

/// <summary>What an owner owes, unit by unit.</summary>
/// <param name="Prepaid">In the purse that may pay everything.</param>
/// <param name="Total">All that may be paid: the sum that the collector's page shows and sends back.</param>
/// <param name="Dedicated">In the purses that pay some charges only: not a way of paying at the desk, but applied to their bills.</param>
public sealed record OwnerDues(Guid OwnerId, Guid CommunityId, string Name, string Phone, string Community, Money Total, Money Prepaid, IReadOnlyList<DedicatedPurse> Dedicated, IReadOnlyList<UnitDues> Units)
{
    /// <summary>What the bank is asked to collect, beside the total.</summary>
    public Money InCollection => Money.Sum(Units.SelectMany(u => u.Bills).Where(b => b.Held is not null).Select(b => b.Outstanding));
}

/// <summary>What is free in a purse for some charges.</summary>
public sealed record DedicatedPurse(PurseClass Class, Money Free);

/// <summary>The open bills of one unit, oldest due date first.</summary>
/// <param name="Total">Of those that may be paid.</param>
public sealed record UnitDues(string Unit, Money Total, IReadOnlyList<BillDue> Bills)
{
    /// <summary>What may be paid, by charge item: how much of each is open, from how many months, and how old the oldest is.</summary>
    public IReadOnlyList<ItemAge> Items { get; } =
    [
        .. Bills.Where(bill => bill.Held is null).SelectMany(bill => bill.Items.Select(item => (bill, item))).GroupBy(x => x.item.Item, StringComparer.Ordinal)
            .Select(g => new ItemAge(g.Key, Money.Sum(g.Select(x => x.item.Outstanding)), g.Select(x => x.bill.Period).Distinct().Count(), g.Max(x => x.bill.DaysOverdue))),
    ];
}

/// <summary>What is open of one charge item of a unit.</summary>
/// <param name="DaysOverdue">Of the oldest bill; zero or less while all are in time.</param>
public sealed record ItemAge(string Item, Money Outstanding, int Months, int DaysOverdue);

/// <summary>An open bill.</summary>
/// <param name="DaysOverdue">Days after the due date; zero or less while it is in time.</param>
/// <param name="Held">The bank is asked to collect it: it takes no money in another way until the bank answers. Null: it may be paid.</param>
public sealed record BillDue(Guid Id, string Number, BillingMonth Period, DateOnly DueOn, int DaysOverdue, Money Total, Money Outstanding, IReadOnlyList<ItemDue> Items, HeldByBank? Held = null);

/// <summary>The batch in which the bank is asked to collect a bill.</summary>
/// <param name="Batch">Its number; null before its file went out.</param>
public sealed record HeldByBank(Guid BatchId, int? Batch)
{
    /// <summary>The bank has the file.</summary>
    public bool IsExported => Batch is not null;
}

/// <summary>The open part of one charge of a bill.</summary>
public sealed record ItemDue(string Item, Money Outstanding);

/// <summary>Reads dues.</summary>
public sealed class OwnerDuesQuery(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<OwnerDues> FindAsync(Guid ownerId)
    {
        var owner = NotFoundException.Check(
            await db.Owners.Where(o => o.Id == ownerId).Select(o => new
            {
                o.Name,
                o.Phone,
                o.CommunityId,
                Purses = db.Purses.Where(p => p.OwnerId == o.Id && p.Balance.Fen > p.Held.Fen).Select(p => new { p.Class, Fen = p.Balance.Fen - p.Held.Fen }).ToList(),
                Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            }).AsNoTracking().FirstOrDefaultAsync(),
            ownerId);
        var purses = owner.Purses.ConvertAll(p => new DedicatedPurse(p.Class, new Money(p.Fen)));
        var bills = await db.Bills.Open().Where(b => b.OwnerId == ownerId).Select(b => new
        {
            b.UnitCode,
            b.Id,
            b.Number,
            b.Period,
            b.DueOn,
            b.Total,
            b.Outstanding,
            Held = db.DebitLineBills.Where(h => h.HeldBillId == b.Id).Select(h => new HeldByBank(h.Line.BatchId, h.Line.Batch.Number)).FirstOrDefault(),
            Lines = b.Lines.OrderBy(l => l.Position).Select(l => new { l.ItemName, l.Outstanding }).ToList(),
        }).AsNoTracking().ToListAsync();

        var today = db.Current.Today(clock);
        var units = bills
            .OrderBy(b => b.DueOn).ThenBy(b => b.Number, StringComparer.Ordinal)
            .Select(b => (b.UnitCode, Due: new BillDue(
                b.Id, b.Number, b.Period, b.DueOn!.Value, today.DayNumber - b.DueOn.Value.DayNumber, b.Total, b.Outstanding,
                [.. b.Lines.Where(l => !l.Outstanding.IsZero).Select(l => new ItemDue(l.ItemName, l.Outstanding))], b.Held)))
            .GroupBy(b => b.UnitCode, StringComparer.Ordinal)
            .OrderBy(unit => unit.Key.Length).ThenBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new UnitDues(unit.Key, Money.Sum(unit.Where(b => b.Due.Held is null).Select(b => b.Due.Outstanding)), [.. unit.Select(b => b.Due)]))
            .ToList();
        return new OwnerDues(
            ownerId, owner.CommunityId, owner.Name, Masking.Phone(owner.Phone), owner.Community, Money.Sum(units.Select(u => u.Total)),
            Money.Sum(purses.Where(p => p.Class == PurseClass.General).Select(p => p.Free)), [.. purses.Where(p => p.Class != PurseClass.General).OrderBy(p => p.Class)], units);
    }
}
