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
        var sums = await SumsAsync(filter, cancel);
        var all = await sums.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Fen = g.Sum(s => s.Fen) }).SingleOrDefaultAsync(cancel);
        var rows = await sums.OrderByDescending(r => r.Period).ThenBy(r => r.Number).ThenBy(r => r.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new EventPage([.. rows.Select(r => new EventRow(r.Id, r.Number, r.Period, r.UnitCode, r.DueOn, new Money(r.Fen)))], all?.Count ?? 0, new Money(all?.Fen ?? 0));
    }

    // Each figure from the bills and events that can be in it: all that ever was is too much to look at for a page.
    private async Task<IQueryable<BillAmount>> SumsAsync(EventFilter filter, CancellationToken cancel)
    {
        var (month, day, never) = (filter.Month, filter.AsOf, filter.Month.Next.FirstDay);
        var bills = events.BilledUpTo(day, filter.CommunityId).Where(b => b.Period <= month);
        bills = filter.BuildingId is { } building ? bills.Where(b => b.BuildingId == building) : bills;
        bills = filter.UnitKind is { } kind ? bills.Where(b => b.UnitKind == kind) : bills;
        bills = filter.DueFrom is { } dueFrom ? bills.Where(b => b.DueOn >= dueFrom) : bills;
        bills = filter.DueTo is { } dueTo ? bills.Where(b => b.DueOn <= dueTo) : bills;
        if (filter is { Figure: EventFigure.Closing, Item: null or "" })
        {
            // Of now, each bill has its amount: where nothing has to be added up, the server reads the newest only.
            return open.IsNow(day)
                ? bills.Where(b => b.Outstanding.Fen != 0).Select(b => new BillAmount { Id = b.Id, Number = b.Number, Period = b.Period, UnitCode = b.UnitCode, DueOn = b.DueOn, Fen = b.Outstanding.Fen })
                : Rows(open.At(day, bills).Select(b => new BillPart { BillId = b.BillId, Fen = b.Fen }));
        }

        var (current, earlier) = (bills.Where(b => b.Period == month), bills.Where(b => b.Period < month));
        var windows = await events.WindowsOf(month, day).Where(o => filter.CommunityId == null || o.CommunityId == filter.CommunityId).ToListAsync(cancel);
        var first = windows.Select(o => o.Opens ?? never).DefaultIfEmpty(never).Min();
        var figure = filter.Figure switch
        {
            EventFigure.Opening => events.UpTo(day, earlier.Where(b => open.Since(first).Contains(b.Id))),
            EventFigure.Billed => events.Billed(current),
            EventFigure.Red or EventFigure.Waived => events.Credited(day, bills),
            EventFigure.Collected => events.Collected(day, current),
            EventFigure.PriorCollected => events.Collected(day, earlier).Where(e => e.On >= first),
            _ => events.UpTo(day, bills.Where(b => open.Since(day).Contains(b.Id))),
        };
        figure = filter.Item is { Length: > 0 } item ? figure.Where(e => db.ChargeItems.Any(i => i.Id == e.ChargeItemId && i.Name == item)) : figure;
        var placed =
            from e in figure
            join o in events.WindowsOf(month, day) on e.CommunityId equals o.CommunityId
            select new { e.BillId, IsCurrent = e.Period == month, IsBefore = e.On < (o.Opens ?? never), e.Billed, e.Red, e.Waived, e.Collected };
        var amounts = filter.Figure switch
        {
            EventFigure.Opening => placed.Select(e => new BillPart { BillId = e.BillId, Fen = e.IsBefore ? e.Billed - e.Red - e.Waived - e.Collected : e.Billed }),
            EventFigure.Red => placed.Where(e => e.IsCurrent || !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Red }),
            EventFigure.Waived => placed.Where(e => e.IsCurrent || !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Waived }),
            EventFigure.PriorCollected => placed.Where(e => !e.IsBefore).Select(e => new BillPart { BillId = e.BillId, Fen = e.Collected }),
            EventFigure.Closing => placed.Select(e => new BillPart { BillId = e.BillId, Fen = e.Billed - e.Red - e.Waived - e.Collected }),
            _ => placed.Select(e => new BillPart { BillId = e.BillId, Fen = e.Billed + e.Collected }),
        };
        return Rows(amounts);
    }

    private IQueryable<BillAmount> Rows(IQueryable<BillPart> parts) =>
        from sum in parts.GroupBy(a => a.BillId).Select(g => new BillPart { BillId = g.Key, Fen = g.Sum(a => a.Fen) })
        where sum.Fen != 0
        join b in db.Bills on sum.BillId equals b.Id
        select new BillAmount { Id = b.Id, Number = b.Number, Period = b.Period, UnitCode = b.UnitCode, DueOn = b.DueOn, Fen = sum.Fen };

    private sealed class BillAmount
    {
        public Guid Id { get; init; }

        public string Number { get; init; } = "";

        public BillingMonth Period { get; init; }

        public string UnitCode { get; init; } = "";

        public DateOnly? DueOn { get; init; }

        public long Fen { get; init; }
    }

    private sealed class BillPart
    {
        public Guid BillId { get; init; }

        public long Fen { get; init; }
    }
}
