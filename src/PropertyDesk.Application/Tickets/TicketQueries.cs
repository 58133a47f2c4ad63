using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.Tickets;

/// <summary>Which tickets of the queue.</summary>
public enum QueueShown
{
    /// <summary>处理中: not done yet.</summary>
    Open,

    /// <summary>待派单</summary>
    Unassigned,

    /// <summary>超时</summary>
    Late,

    /// <summary>待回访: done, and nobody asked how it was.</summary>
    ToFollowUp,

    /// <summary>低分待处理</summary>
    Unsettled,

    /// <summary>全部</summary>
    All,
}

/// <summary>What is looked for.</summary>
public sealed record QueueFilter(QueueShown Shown, TicketKind? Kind = null, Guid? Community = null, Guid? Department = null, string? Text = null, Guid? OwnerId = null, Guid? UnitId = null, Guid? AssetId = null, Guid? IncidentId = null)
{
    /// <summary>The rows behind a figure; null: all.</summary>
    public TicketsBehind? Behind { get; init; }
}

/// <summary>Which tickets a figure of a report counts.</summary>
/// <param name="From">First day on which they were opened.</param>
/// <param name="To">Last day on which they were opened.</param>
public sealed record TicketsBehind(Guid? CategoryId, Guid? WorkerId, Guid? BuildingId, DateOnly? From, DateOnly? To)
{
    public bool IsAny => (CategoryId, WorkerId, BuildingId, From, To) != default;
}

/// <summary>A ticket in a list.</summary>
/// <param name="Where">Unit or place.</param>
public sealed record TicketRow(
    Guid Id, int Number, TicketKind Kind, string Category, Urgency Urgency, string Community, string? Unit, string? Place, Guid? OwnerId, string? Owner, string What, TicketState State, string? Whom,
    DateTimeOffset OpenedAt, DateTimeOffset? RespondBy, DateTimeOffset? RespondedAt, DateTimeOffset? ResolveBy, DateTimeOffset? ResolvedAt, int? PausedMinutes, int Urges, int? Score, bool IsUnsettled)
{
    public string Where => string.Join(' ', new[] { Unit, Place }.Where(x => x is not null));

    /// <summary>What is due next; null while it waits, and when it is done.</summary>
    public DateTimeOffset? Due => State is TicketState.Waiting or TicketState.Done or TicketState.Confirmed or TicketState.Closed or TicketState.Cancelled ? null
        : RespondedAt is null ? RespondBy : ResolveBy;
}

/// <summary>A row of the history.</summary>
public sealed record StepRow(int Number, StepKind Kind, TicketVerb? Verb, TicketState State, string? Text, string? Whom, string By, DateTimeOffset At);

/// <summary>A picture.</summary>
public sealed record PhotoRow(Guid Id, bool OfWork);

/// <summary>Material or labour.</summary>
/// <param name="BillId">The bill that charges the owner for it; null where none does.</param>
public sealed record PartRow(int Round, string Name, decimal Quantity, Money Price, Money Amount, Guid? BillId);

/// <summary>The mass failure that a ticket is part of.</summary>
/// <param name="Says">What everybody says who is asked.</param>
public sealed record TicketIncident(Guid Id, string Title, string Says, DateTimeOffset? ExpectedBy, DateTimeOffset? EndedAt);

/// <summary>What a department asked another for, for the ticket.</summary>
public sealed record TicketOrder(Guid Id, int Number, string From, string To, string What, DateOnly DueOn, OrderState State, string? Worker, string? Answer)
{
    public bool IsOpen => OrderFlow.IsOpen(State);
}

/// <summary>A ticket with everything about it, and what whoever looks may do.</summary>
public sealed record TicketDetails(
    TicketRow Row, Guid CommunityId, TicketIncident? Incident, string? Contact, string? Phone, string? Asset, Guid? AssetId, TicketSource Source, string OpenedBy, string? Result, int Rounds, string? RedressBy,
    IReadOnlyList<StepRow> Steps, IReadOnlyList<PhotoRow> Photos, IReadOnlyList<PartRow> Parts, IReadOnlyList<TicketOrder> Orders, IReadOnlyList<TicketVerb> Verbs)
{
    /// <summary>What was asked of departments for it and is not decided yet.</summary>
    public IReadOnlyList<TicketOrder> OpenOrders => [.. Orders.Where(o => o.IsOpen)];

    public Money Cost => Money.Sum(Parts.Select(p => p.Amount));

    /// <summary>What no bill charges the owner for yet.</summary>
    public Money ToCharge => Money.Sum(Parts.Where(p => p.BillId is null).Select(p => p.Amount));

    /// <summary>It is done, and somebody is there who would pay.</summary>
    public bool IsChargeable => Row.OwnerId is not null && Row.State is TicketState.Done or TicketState.Confirmed or TicketState.Closed && ToCharge > Money.Zero;

    public bool IsOpen => TicketFlow.IsOpen(Row.State);
}

/// <summary>How many stand where.</summary>
public sealed record QueueFigures(int Open, int Unassigned, int Late, int ToFollowUp, int Unsettled);

/// <summary>An emergency that nobody has taken on.</summary>
public sealed record AlarmRow(Guid Id, int Number, string Category, string Where, string What, DateTimeOffset At);

/// <summary>Reads tickets; each list holds what whoever looks may see.</summary>
public sealed class TicketQueries(DeskDbContext db, TicketSight sight, Attachments attachments, TimeProvider clock)
{
    private const int History = 20;

    // Of what is open.
    private static readonly Expression<Func<Ticket, bool>> IsUnassigned = t => t.State == TicketState.New || t.State == TicketState.Returned;

    /// <summary>The most urgent first, of them what is late, then what is due soonest; what is done, the newest first.</summary>
    public Task<Paged<TicketRow>> QueueAsync(QueueFilter filter, int page = 1)
    {
        var tickets = Chosen(filter);
        var isOpen = filter.Shown is QueueShown.Open or QueueShown.Unassigned or QueueShown.Late;
        return (isOpen ? ByUrgency(tickets) : tickets.OrderByDescending(t => t.Number)).ToPageAsync(Rows, isEndless: !isOpen, page);
    }

    public async Task<QueueFigures> FiguresAsync()
    {
        // What is open is read once for its three figures.
        var late = IsLate(clock.GetUtcNow());
        var open = await sight.ForStaff().Where(t => t.IsOpen).GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), Unassigned = g.AsQueryable().Count(IsUnassigned), Late = g.AsQueryable().Count(late) }).SingleOrDefaultAsync();
        return new(open?.All ?? 0, open?.Unassigned ?? 0, open?.Late ?? 0, await CountAsync(QueueShown.ToFollowUp), await CountAsync(QueueShown.Unsettled));
    }

    /// <summary>A worker's own: what is open, the most urgent first; and what was done lately.</summary>
    public async Task<(IReadOnlyList<TicketRow> Open, IReadOnlyList<TicketRow> Done)> MineAsync()
    {
        var open = await Rows(ByUrgency(sight.Mine().Where(t => t.IsOpen))).Take(100).ToListAsync();
        var done = await Rows(sight.Mine().Where(t => t.ResolvedAt != null).OrderByDescending(t => t.ResolvedAt)).Take(History).ToListAsync();
        return (open, done);
    }

    /// <summary>Of an owner or a unit, the newest first, for their pages.</summary>
    public Task<List<TicketRow>> OfAsync(Guid? ownerId = null, Guid? unitId = null, Guid? assetId = null) =>
        Rows(Chosen(new(QueueShown.All, OwnerId: ownerId, UnitId: unitId, AssetId: assetId)).OrderByDescending(t => t.Number)).Take(History).ToListAsync();

    /// <summary>What the login's owners asked for, what is open first.</summary>
    public Task<Paged<TicketRow>> OfMineAsync(int page = 1) =>
        Rows(sight.ForOwner().OrderBy(t => t.State == TicketState.Closed || t.State == TicketState.Cancelled || t.State == TicketState.Confirmed).ThenByDescending(t => t.Number)).ToPageAsync(page, 20);

    /// <exception cref="NotFoundException">There is no such ticket for whoever asks.</exception>
    public Task<TicketDetails> FindAsync(Guid id) => FindAsync(sight.ForStaff(), id);

    /// <summary>As the owner sees it: without remarks of the staff.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<TicketDetails> FindMineAsync(Guid id)
    {
        var found = await FindAsync(sight.ForOwner(), id);
        return found with { Orders = [], Steps = [.. found.Steps.Where(s => s.Kind is not (StepKind.Ordered or StepKind.Remarked or StepKind.Settled or StepKind.Entrusted or StepKind.Warned or StepKind.Escalated))] };
    }

    /// <summary>Emergencies that nobody has taken on, for everybody on duty.</summary>
    public async Task<IReadOnlyList<AlarmRow>> AlarmsAsync() => sight.IsStaff
        ? [.. (await Rows(db.Tickets.Where(t => t.IsOpen && t.Urgency == Urgency.Emergency && t.RespondedAt == null).OrderBy(t => t.Number)).Take(10).ToListAsync())
            .Select(t => new AlarmRow(t.Id, t.Number, t.Category, t.Where, t.What, t.OpenedAt))]
        : [];

    /// <exception cref="NotFoundException">There is no such picture for whoever asks.</exception>
    public async Task<FileContent> PhotoAsync(Guid photoId)
    {
        var photo = NotFoundException.Check(await db.TicketPhotos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == photoId), photoId);
        var isSeen = await sight.ForStaff().AnyAsync(t => t.Id == photo.TicketId) || await sight.ForOwner().AnyAsync(t => t.Id == photo.TicketId);
        return isSeen ? await attachments.ReadAsync(photo.FileId) : throw new NotFoundException(nameof(TicketPhoto), photoId);
    }

    /// <summary>As rows of a list.</summary>
    internal static IQueryable<TicketRow> Rows(DeskDbContext db, IQueryable<Ticket> tickets) => tickets.Select(t => new TicketRow(
        t.Id, t.Number, t.Kind, t.Category.Name, t.Urgency, db.Communities.Where(c => c.Id == t.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", t.Unit!.Code, t.Place, t.OwnerId, t.Owner!.Name, t.What,
        t.State, t.Whom, t.OpenedAt, t.RespondBy, t.RespondedAt, t.ResolveBy, t.ResolvedAt, t.PausedMinutes, t.Urges, t.Score, t.IsUnsettled));

    private static IOrderedQueryable<Ticket> ByUrgency(IQueryable<Ticket> tickets) => tickets.OrderByDescending(t => t.Urgency == Urgency.Emergency).ThenByDescending(t => t.Urgency == Urgency.Urgent)
        .ThenBy(t => t.RespondedAt == null ? t.RespondBy : t.ResolveBy).ThenBy(t => t.Number);

    private static Expression<Func<Ticket, bool>> IsLate(DateTimeOffset now) => t => t.State != TicketState.Waiting && (t.ResolveBy < now || (t.RespondedAt == null && t.RespondBy < now));

    private Task<int> CountAsync(QueueShown shown) => Chosen(new(shown)).CountAsync();

    private async Task<TicketDetails> FindAsync(IQueryable<Ticket> seen, Guid id)
    {
        var ticket = NotFoundException.Check(await seen.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id), id);
        var row = await Rows(seen.Where(t => t.Id == id)).SingleAsync();
        var asset = ticket.AssetId is { } a ? await db.Assets.Where(x => x.Id == a).Select(x => x.Name).FirstOrDefaultAsync() : null;
        var phone = ticket.OwnerId is { } o ? await db.Owners.Where(x => x.Id == o).Select(x => x.Phone).FirstOrDefaultAsync() : null;
        return new TicketDetails(
            row, ticket.CommunityId, await db.Incidents.Where(i => i.Id == ticket.IncidentId).Select(i => new TicketIncident(i.Id, i.Title, i.Says, i.ExpectedBy, i.EndedAt)).FirstOrDefaultAsync(), ticket.Contact, phone, asset, ticket.AssetId, ticket.Source, ticket.OpenedBy, ticket.Result, ticket.Rounds, ticket.RedressBy,
            await db.TicketSteps.Where(s => s.TicketId == id).OrderBy(s => s.Number).Select(s => new StepRow(s.Number, s.Kind, s.Verb, s.State, s.Text, s.Whom, s.By, s.At)).ToListAsync(),
            await db.TicketPhotos.Where(p => p.TicketId == id).OrderBy(p => p.Id).Select(p => new PhotoRow(p.Id, p.OfWork)).ToListAsync(),
            await db.TicketParts.Where(p => p.TicketId == id).OrderBy(p => p.Round).ThenBy(p => p.Position).Select(p => new PartRow(p.Round, p.Name, p.Quantity, p.Price, p.Amount, p.BillLine != null && p.BillLine.ReversedById == null ? p.BillLine.BillId : null)).ToListAsync(),
            await db.WorkOrders.Where(o => o.TicketId == id).OrderBy(o => o.Number).Select(o => new TicketOrder(o.Id, o.Number, o.From.Name, o.To.Name, o.What, o.DueOn, o.State, o.Worker, o.Answer)).ToListAsync(),
            await sight.VerbsAsync(ticket));
    }

    private IQueryable<Ticket> Chosen(QueueFilter filter)
    {
        var text = filter.Text?.Trim() ?? "";
        int? number = int.TryParse(text.ToUpperInvariant().TrimStart('G', 'D', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        var tickets = sight.ForStaff()
            .Where(t => (filter.Kind == null || t.Kind == filter.Kind) && (filter.Community == null || t.CommunityId == filter.Community) && (filter.Department == null || t.DepartmentId == filter.Department))
            .Where(t => (filter.OwnerId == null || t.OwnerId == filter.OwnerId) && (filter.UnitId == null || t.UnitId == filter.UnitId) && (filter.AssetId == null || t.AssetId == filter.AssetId) && (filter.IncidentId == null || t.IncidentId == filter.IncidentId))
            .Where(t => text == "" || t.Number == number || t.What.Contains(text) || t.Place!.Contains(text) || t.Unit!.Code.Contains(text) || t.Owner!.Name.Contains(text) || t.Whom!.Contains(text));
        if (filter.Behind is { } behind)
        {
            DateTimeOffset? start = behind.From is { } first ? db.Current.StartOf(first) : null;
            DateTimeOffset? end = behind.To is { } last && last < DateOnly.MaxValue ? db.Current.StartOf(last.AddDays(1)) : null;
            tickets = tickets.Where(t => (behind.CategoryId == null || t.CategoryId == behind.CategoryId) && (behind.WorkerId == null || t.WorkerId == behind.WorkerId)
                && (behind.BuildingId == null || t.Unit!.BuildingId == behind.BuildingId) && (start == null || t.OpenedAt >= start) && (end == null || t.OpenedAt < end));
        }

        return filter.Shown switch
        {
            QueueShown.Open => tickets.Where(t => t.IsOpen),
            QueueShown.Unassigned => tickets.Where(t => t.IsOpen).Where(IsUnassigned),
            QueueShown.Late => tickets.Where(t => t.IsOpen).Where(IsLate(clock.GetUtcNow())),
            QueueShown.ToFollowUp => tickets.Where(t => (t.State == TicketState.Done || t.State == TicketState.Confirmed) && t.Score == null && t.FollowsUp),
            QueueShown.Unsettled => tickets.Where(t => t.IsUnsettled),
            _ => tickets,
        };
    }

    private IQueryable<TicketRow> Rows(IQueryable<Ticket> tickets) => Rows(db, tickets);
}
