using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Reports;

/// <summary>A figure of the collection table that opens to the bills behind it.</summary>
public enum EventFigure
{
    /// <summary>期初欠费</summary>
    Opening,

    /// <summary>本期应收</summary>
    Billed,

    /// <summary>红冲</summary>
    Red,

    /// <summary>减免</summary>
    Waived,

    /// <summary>本期已收</summary>
    Collected,

    /// <summary>往期已收</summary>
    PriorCollected,

    /// <summary>期末未收</summary>
    Closing,
}

/// <summary>Which events of bills are asked for: a figure of a month as of a day, of one part of the company.</summary>
public sealed record EventFilter(EventFigure Figure, BillingMonth Month, DateOnly AsOf, Guid? CommunityId = null, Guid? BuildingId = null, UnitKind? UnitKind = null, string? Item = null)
{
    /// <summary>Only bills that were due on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Only bills that were due on this day or before.</summary>
    public DateOnly? DueTo { get; init; }
}

/// <summary>The part of a figure that one bill makes up.</summary>
public sealed record EventRow(Guid BillId, string Number, BillingMonth Period, string UnitCode, DateOnly? DueOn, Money Amount);

/// <summary>A page of the rows behind a figure; the sum is that of all rows.</summary>
public sealed record EventPage(IReadOnlyList<EventRow> Rows, int Count, Money Sum);

/// <summary>The bills behind a figure of the collection table; their amounts add up to it.</summary>
public sealed class EventRows(DeskDbContext db, BillEvents events, OpenEvents open)
{
    public const int PageSize = 100;

    public async Task<EventPage> ListAsync(EventFilter filter, int page = 1, CancellationToken cancel = default)
    {
        var bills = Sums(filter).Where(s => s.Fen != 0);
        var all = await bills.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Fen = g.Sum(s => s.Fen) }).SingleOrDefaultAsync(cancel);
        var rows = await (
            from sum in bills
            join bill in db.Bills on sum.BillId equals bill.Id
            orderby bill.Period descending, bill.Number, bill.Id
            select new { bill.Id, bill.Number, bill.Period, bill.UnitCode, bill.DueOn, sum.Fen }).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new EventPage([.. rows.Select(r => new EventRow(r.Id, r.Number, r.Period, r.UnitCode, r.DueOn, new Money(r.Fen)))], all?.Count ?? 0, new Money(all?.Fen ?? 0));
    }

    private IQueryable<BillPart> Sums(EventFilter filter)
    {
        var (month, never) = (filter.Month, filter.Month.Next.FirstDay);
        var part = events.UpTo(filter.AsOf, filter.CommunityId).Where(e => e.Period <= month);
        part = filter.Figure == EventFigure.Closing ? OfOpenBills(part, filter) : part;
        part = filter.BuildingId is { } building ? part.Where(e => e.BuildingId == building) : part;
        part = filter.UnitKind is { } kind ? part.Where(e => e.UnitKind == kind) : part;
        part = filter.Item is { Length: > 0 } item ? part.Where(e => db.ChargeItems.Any(i => i.Id == e.ChargeItemId && i.Name == item)) : part;
        part = filter.DueFrom is { } dueFrom ? part.Where(e => e.DueOn >= dueFrom) : part;
        part = filter.DueTo is { } dueTo ? part.Where(e => e.DueOn <= dueTo) : part;
        var placed =
            from e in part
            join o in events.WindowsOf(month, filter.AsOf) on e.CommunityId equals o.CommunityId
            select new { e.BillId, IsCurrent = e.Period == month, IsBefore = e.On < (o.Opens ?? never), e.Billed, e.Red, e.Waived, e.Collected };
        var amounts = filter.Figure switch
        {
            EventFigure.Opening => placed.Where(e => !e.IsCurrent).Select(e => new BillPart { BillId = e.BillId, Fen = e.IsBefore ? e.Billed - e.Red - e.Waived - e.Collected : e.Billed }),
            EventFigure.Billed => placed.Where(e => e.IsCurrent).Select(e => new BillPart { BillId = e.BillId, Fen = e.Billed }),
            EventFigure.Red => placed.Where(e => e.IsCurrent || !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Red }),
            EventFigure.Waived => placed.Where(e => e.IsCurrent || !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Waived }),
            EventFigure.Collected => placed.Where(e => e.IsCurrent).Select(e => new BillPart { BillId = e.BillId, Fen = e.Collected }),
            EventFigure.PriorCollected => placed.Where(e => !e.IsCurrent && !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Collected }),
            _ => placed.Select(e => new BillPart { BillId = e.BillId, Fen = e.Billed - e.Red - e.Waived - e.Collected }),
        };
        return amounts.GroupBy(a => a.BillId).Select(g => new BillPart { BillId = g.Key, Fen = g.Sum(a => a.Fen) });
    }

    /// <summary>Of a bill without anything open nothing is closing, and there are many of those.</summary>
    private IQueryable<BillEvent> OfOpenBills(IQueryable<BillEvent> part, EventFilter filter)
    {
        var bills = open.Bills(new FigureChoice(filter.AsOf, filter.AsOf, filter.CommunityId));
        return part.Where(e => bills.Any(b => b.BillId == e.BillId));
    }

    private sealed class BillPart
    {
        public Guid BillId { get; init; }

        public long Fen { get; init; }
    }
}
