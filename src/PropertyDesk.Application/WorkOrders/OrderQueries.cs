using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.WorkOrders;

/// <summary>Which work orders.</summary>
public enum OrdersShown
{
    /// <summary>等我处理: somebody of the own departments has the next step; for managers what is late, too.</summary>
    Waiting,

    /// <summary>收到的</summary>
    Received,

    /// <summary>发出的</summary>
    Asked,

    /// <summary>逾期</summary>
    Late,

    /// <summary>全部</summary>
    All,
}

/// <summary>A work order in a list.</summary>
public sealed record OrderRow(
    Guid Id, int Number, string From, string To, string Community, string? Unit, string? Place, string What, DateOnly DueOn, OrderState State, string? Worker, string AskedBy, DateTimeOffset AskedAt, Guid? TicketId, int? Ticket)
{
    public string Where => string.Join(' ', new[] { Unit, Place }.Where(x => x is not null));

    /// <summary>It should have been answered before today.</summary>
    public bool IsLate(DateOnly today) => DueOn < today && State is (OrderState.Sent or OrderState.Accepted or OrderState.Returned);
}

/// <summary>A row of the history.</summary>
public sealed record OrderStepRow(int Number, OrderVerb Verb, OrderState State, DateOnly DueOn, string? Text, string? Whom, string By, DateTimeOffset At, IReadOnlyList<OrderFileRow> Files);

/// <summary>A file of a row.</summary>
public sealed record OrderFileRow(Guid Id, string Name, bool IsPicture);

/// <summary>A work order with everything about it, and what whoever looks may do.</summary>
/// <param name="Workers">Whom it can be handed to.</param>
/// <param name="MaySeeTicket">Whoever looks may open its ticket.</param>
public sealed record OrderDetails(OrderRow Row, string? Answer, bool MaySeeTicket, IReadOnlyList<OrderStepRow> Steps, IReadOnlyList<OrderVerb> Verbs, IReadOnlyList<StaffName> Workers);

/// <summary>Reads work orders; each list holds what whoever looks may see.</summary>
public sealed class OrderQueries(DeskDbContext db, OrderSight sight, TicketSight tickets, TicketSettings settings, Attachments attachments, TimeProvider clock)
{
    /// <summary>What is due soonest first; what is over, the newest first.</summary>
    public Task<Paged<OrderRow>> ListAsync(OrdersShown shown, string? text = null, int page = 1)
    {
        var sought = text?.Trim() ?? "";
        int? number = int.TryParse(sought.ToUpperInvariant().TrimStart('Z', 'B', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        var orders = Shown(shown).Where(o => sought == "" || o.Number == number || o.What.Contains(sought) || o.Place!.Contains(sought) || o.Unit!.Code.Contains(sought) || o.From.Name.Contains(sought) || o.To.Name.Contains(sought));
        return Rows(orders.OrderBy(o => o.State == OrderState.Confirmed || o.State == OrderState.Withdrawn)
            .ThenBy(o => o.State == OrderState.Confirmed || o.State == OrderState.Withdrawn ? (DateOnly?)null : o.DueOn).ThenByDescending(o => o.Number)).ToPageAsync(page);
    }

    /// <summary>How many wait for whoever looks, and how many of them are late.</summary>
    public async Task<(int Count, int Late)> WaitingAsync()
    {
        var (today, waiting) = (db.Current.Today(clock), Shown(OrdersShown.Waiting));
        return (await waiting.CountAsync(), await Late(waiting, today).CountAsync());
    }

    /// <exception cref="NotFoundException">There is no such order for whoever asks.</exception>
    public async Task<OrderDetails> FindAsync(Guid id)
    {
        var order = NotFoundException.Check(await sight.Seen().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id), id);
        var files = (await db.OrderFiles.Where(f => f.OrderId == id).OrderBy(f => f.Id)
            .Join(db.StoredFiles, f => f.FileId, s => s.Id, (f, s) => new { f.StepId, f.Id, s.Name, s.ContentType }).ToListAsync()).ToLookup(f => f.StepId, f => new OrderFileRow(f.Id, f.Name, f.ContentType.StartsWith("image/", StringComparison.Ordinal)));
        var steps = await db.OrderSteps.AsNoTracking().Where(s => s.OrderId == id).OrderBy(s => s.Number).ToListAsync();
        var verbs = await sight.VerbsAsync(order.State, order.FromId, order.ToId);
        return new OrderDetails(
            await Rows(db.WorkOrders.Where(o => o.Id == id)).SingleAsync(), order.Answer, order.TicketId is { } ticket && await tickets.ForStaff().AnyAsync(t => t.Id == ticket),
            steps.ConvertAll(s => new OrderStepRow(s.Number, s.Verb, s.State, s.DueOn, s.Text, s.Whom, s.By, s.At, [.. files[s.Id]])), verbs,
            verbs.Contains(OrderVerb.HandOver) ? await WorkersAsync(order) : []);
    }

    /// <summary>The departments in whose name whoever works here may ask: managers all, others their own.</summary>
    public async Task<IReadOnlyList<DepartmentRow>> AskersAsync()
    {
        var (all, mine) = (await settings.DepartmentsAsync(), await sight.Departments().ToListAsync());
        return sight.IsManager ? [.. all.OrderByDescending(d => mine.Contains(d.Id))] : [.. all.Where(d => mine.Contains(d.Id))];
    }

    /// <exception cref="NotFoundException">There is no such file for whoever asks.</exception>
    public async Task<FileContent> FileAsync(Guid id)
    {
        var file = await db.OrderFiles.Where(f => f.Id == id && sight.Seen().Any(o => o.Id == f.OrderId)).Select(f => (Guid?)f.FileId).FirstOrDefaultAsync();
        return await attachments.ReadAsync(file ?? throw new NotFoundException(nameof(OrderFile), id));
    }

    private static IQueryable<WorkOrder> Late(IQueryable<WorkOrder> orders, DateOnly today) =>
        orders.Where(o => o.DueOn < today && (o.State == OrderState.Sent || o.State == OrderState.Accepted || o.State == OrderState.Returned));

    private IQueryable<WorkOrder> Shown(OrdersShown shown)
    {
        var (seen, mine, today, all) = (sight.Seen(), sight.Departments(), db.Current.Today(clock), sight.IsManager);
        return shown switch
        {
            OrdersShown.Waiting => seen.Where(o => (mine.Contains(o.ToId) && (o.State == OrderState.Sent || o.State == OrderState.Accepted))
                || (mine.Contains(o.FromId) && (o.State == OrderState.Returned || o.State == OrderState.Answered))
                || ((all || mine.Contains(o.FromId)) && o.DueOn < today && (o.State == OrderState.Sent || o.State == OrderState.Accepted || o.State == OrderState.Returned))),
            OrdersShown.Received => seen.Where(o => mine.Contains(o.ToId)),
            OrdersShown.Asked => seen.Where(o => mine.Contains(o.FromId)),
            OrdersShown.Late => Late(seen, today),
            _ => seen,
        };
    }

    private async Task<IReadOnlyList<StaffName>> WorkersAsync(WorkOrder order)
    {
        var members = await db.DepartmentMembers.Where(m => m.DepartmentId == order.ToId).Select(m => m.UserId).ToListAsync();
        return [.. (await settings.StaffAsync(order.CommunityId)).Where(s => members.Contains(s.UserId))];
    }

    private IQueryable<OrderRow> Rows(IQueryable<WorkOrder> orders) => orders.Select(o => new OrderRow(
        o.Id, o.Number, o.From.Name, o.To.Name, db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", o.Unit!.Code, o.Place, o.What, o.DueOn, o.State, o.Worker,
        o.AskedBy, o.AskedAt, o.TicketId, o.Ticket == null ? null : o.Ticket.Number));
}
