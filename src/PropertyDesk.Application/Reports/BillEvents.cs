using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// Something that happened to a bill line: it was billed, taken back, waived, or money came for it. One of the four amounts
/// in fen is set, the others are zero.
/// </summary>
public sealed class BillEvent
{
    public Guid CommunityId { get; init; }

    public Guid BuildingId { get; init; }

    public UnitKind UnitKind { get; init; }

    public Guid BillId { get; init; }

    public Guid ChargeItemId { get; init; }

    /// <summary>The month of the bill.</summary>
    public BillingMonth Period { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The day from which it counts: never before the bill itself does, as in the stored sums (<see cref="BillSum"/>).</summary>
    public DateOnly? On { get; init; }

    public long Billed { get; init; }

    /// <summary>红冲</summary>
    public long Red { get; init; }

    /// <summary>Waived afterwards or agreed beforehand. A line below zero set against another cancels out within its bill.</summary>
    public long Waived { get; init; }

    public long Collected { get; init; }
}

/// <summary>
/// The events of bills up to a day: the one place that says what was billed, taken back, waived and collected, row by row. The
/// stored sums (<see cref="BillSums"/>) are sums of these, so that all reports agree. The rows are append only, so a past day gives what it gave then.
/// </summary>
public sealed class BillEvents(DeskDbContext db)
{
    /// <summary>All that happened up to the end of a day.</summary>
    /// <param name="bills">Those that were issued by then, or a part of them.</param>
    public IQueryable<BillEvent> UpTo(DateOnly day, IQueryable<Bill> bills) => Billed(bills).Concat(Credited(day, bills)).Concat(Collected(day, bills));

    /// <summary>What was billed.</summary>
    public IQueryable<BillEvent> Billed(IQueryable<Bill> bills) =>
        from line in db.BillLines
        join bill in bills on line.BillId equals bill.Id
        select new BillEvent
        {
            CommunityId = bill.CommunityId,
            BuildingId = bill.BuildingId,
            UnitKind = bill.UnitKind,
            BillId = bill.Id,
            ChargeItemId = line.ChargeItemId,
            Period = bill.Period,
            DueOn = bill.DueOn,
            On = bill.IssuedOn,
            Billed = line.Amount.Fen,
            Red = 0L,
            Waived = 0L,
            Collected = 0L,
        };

    /// <summary>What came off up to the end of a day.</summary>
    public IQueryable<BillEvent> Credited(DateOnly day, IQueryable<Bill> bills) =>
        from credit in db.BillCredits
        join bill in bills on credit.BillId equals bill.Id
        where credit.On <= day
        select new BillEvent
        {
            CommunityId = bill.CommunityId,
            BuildingId = bill.BuildingId,
            UnitKind = bill.UnitKind,
            BillId = bill.Id,
            ChargeItemId = credit.ChargeItemId,
            Period = bill.Period,
            DueOn = bill.DueOn,
            On = credit.On < bill.IssuedOn ? bill.IssuedOn : credit.On,
            Billed = 0L,
            Red = credit.Kind == BillCreditKind.RedEntry ? credit.Amount.Fen : 0L,
            Waived = credit.Kind == BillCreditKind.RedEntry ? 0L : credit.Amount.Fen,
            Collected = 0L,
        };

    /// <summary>What came in up to the end of a day.</summary>
    public IQueryable<BillEvent> Collected(DateOnly day, IQueryable<Bill> bills) =>
        from allocation in CollectedUpTo(day)
        join bill in bills on allocation.BillId equals bill.Id
        select new BillEvent
        {
            CommunityId = bill.CommunityId,
            BuildingId = bill.BuildingId,
            UnitKind = bill.UnitKind,
            BillId = bill.Id,
            ChargeItemId = allocation.ChargeItemId,
            Period = bill.Period,
            DueOn = bill.DueOn,
            On = allocation.AppliedOn < bill.IssuedOn ? bill.IssuedOn : allocation.AppliedOn,
            Billed = 0L,
            Red = 0L,
            Waived = 0L,
            Collected = allocation.Amount.Fen,
        };

    /// <summary>The bills that were issued by the end of a day.</summary>
    public IQueryable<Bill> BilledUpTo(DateOnly day, Guid? communityId = null) =>
        db.Bills.Published().Where(b => b.IssuedOn <= day && (communityId == null || b.CommunityId == communityId));

    /// <summary>The money that was applied to bills by the end of a day.</summary>
    public IQueryable<Allocation> CollectedUpTo(DateOnly day, Guid? communityId = null) =>
        db.Allocations.Where(a => a.AppliedOn <= day && (communityId == null || a.CommunityId == communityId));

    /// <summary>Since when the bills of a month are out, by community; null where there are none yet.</summary>
    public IQueryable<MonthWindow> WindowsOf(BillingMonth month, DateOnly day) => db.Communities
        .Select(c => new MonthWindow { CommunityId = c.Id, Opens = db.Bills.Where(b => b.CommunityId == c.Id && b.Period == month && b.IssuedOn <= day).Min(b => b.IssuedOn) });

    /// <summary>What happened to the bills of a year's months on each day, by place and item.</summary>
    public async Task<List<BillSum>> DaysOfAsync(int year, CancellationToken cancel = default)
    {
        var communities = await db.Communities.ToDictionaryAsync(c => c.Id, cancel);
        var (first, last) = (new BillingMonth(year, 1), new BillingMonth(year, 12));
        var rows = await UpTo(DateOnly.MaxValue, BilledUpTo(DateOnly.MaxValue)).Where(e => e.Period >= first && e.Period <= last)
            .GroupBy(e => new { e.Period, e.CommunityId, e.BuildingId, e.UnitKind, e.ChargeItemId, e.DueOn, e.On })
            .Select(g => new { g.Key, Billed = g.Sum(e => e.Billed), Red = g.Sum(e => e.Red), Waived = g.Sum(e => e.Waived), Collected = g.Sum(e => e.Collected) }).ToListAsync(cancel);
        return rows.ConvertAll(r => new BillSum(communities[r.Key.CommunityId], r.Key.BuildingId, r.Key.UnitKind, r.Key.ChargeItemId, r.Key.Period, r.Key.DueOn, r.Key.On!.Value)
            .Plus(new(r.Billed), new(r.Red), new(r.Waived), new(r.Collected)));
    }
}

/// <summary>The day from which what comes in for earlier months is collected of the past.</summary>
public sealed class MonthWindow
{
    public Guid CommunityId { get; init; }

    public DateOnly? Opens { get; init; }
}
