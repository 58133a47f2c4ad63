using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Archive;

/// <summary>What was asked and done, announced and attended.</summary>
internal sealed class TimelineOfService(DeskDbContext db, Guid ownerId)
{
    public IEnumerable<TimelineSource> Sources =>
    [
        new([TimelineKind.Call], CallsAsync), new([TimelineKind.Ticket], TicketsAsync), new([TimelineKind.Notice], NoticesAsync), new([TimelineKind.NoticeRead], ReadsAsync),
        new([TimelineKind.Visit], VisitsAsync), new([TimelineKind.Event], EventsAsync),
    ];

    private async Task<IEnumerable<Happening>> CallsAsync(DateTimeOffset at, int take) =>
        (await db.Calls.Where(c => c.OwnerId == ownerId && c.At <= at).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take)
            .Select(c => new { c.Id, c.At, Topic = c.Topic.Name, c.Question, c.State, c.TakenBy }).ToListAsync())
            .Select(c => new Happening(c.At, TimelineKind.Call, c.Topic, $"{c.Question} · {Words.Of(c.State)}", c.TakenBy, c.Id));

    private async Task<IEnumerable<Happening>> TicketsAsync(DateTimeOffset at, int take) =>
        (await db.Tickets.Where(t => t.OwnerId == ownerId && t.OpenedAt <= at).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id).Take(take)
            .Select(t => new { t.Id, t.OpenedAt, t.Number, Category = t.Category.Name, t.What, t.State, t.OpenedBy }).ToListAsync())
            .Select(t => new Happening(t.OpenedAt, TimelineKind.Ticket, Ticket.Format(t.Number), $"{t.Category} · {t.What} · {Words.Of(t.State)}", t.OpenedBy, t.Id));

    private async Task<IEnumerable<Happening>> NoticesAsync(DateTimeOffset at, int take) =>
        (await db.NoticeRecipients.Where(r => r.OwnerId == ownerId && r.Delivery.QueuedAt <= at).OrderByDescending(r => r.Delivery.QueuedAt).ThenByDescending(r => r.Id).Take(take)
            .Select(r => new { r.NoticeId, r.Delivery.QueuedAt, r.Notice.Title, r.Delivery.Channel, r.Delivery.State }).ToListAsync())
            .Select(r => new Happening(r.QueuedAt, TimelineKind.Notice, r.Title, r.Channel is { } channel ? $"{Words.Of(channel)} · {Words.Of(r.State)}" : Words.Of(r.State), "", r.NoticeId));

    private async Task<IEnumerable<Happening>> ReadsAsync(DateTimeOffset at, int take) =>
        (await db.NoticeReads.Where(r => r.OwnerId == ownerId && r.At <= at).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(take)
            .Select(r => new { r.NoticeId, r.At, Title = db.Notices.Where(n => n.Id == r.NoticeId).Select(n => n.Title).FirstOrDefault() ?? "" }).ToListAsync())
            .Select(r => new Happening(r.At, TimelineKind.NoticeRead, r.Title, "", "", r.NoticeId));

    private async Task<IEnumerable<Happening>> VisitsAsync(DateTimeOffset at, int take) =>
        (await db.Visits.Where(v => v.OwnerId == ownerId && v.RegisteredAt <= at).OrderByDescending(v => v.RegisteredAt).ThenByDescending(v => v.Id).Take(take)
            .Select(v => new { v.RegisteredAt, v.Name, v.Purpose, v.State, v.By }).ToListAsync())
            .Select(v => new Happening(v.RegisteredAt, TimelineKind.Visit, v.Name, string.Join(" · ", new[] { v.Purpose, Words.Of(v.State) }.Where(t => !string.IsNullOrEmpty(t))), v.By));

    private async Task<IEnumerable<Happening>> EventsAsync(DateTimeOffset at, int take) =>
        (await db.EventSignUps.Where(s => s.OwnerId == ownerId && s.At <= at).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(take)
            .Select(s => new { s.EventId, s.At, s.Event.Title, s.People, s.State, s.By }).ToListAsync())
            .Select(s => new Happening(s.At, TimelineKind.Event, s.Title, $"{Words.Of(s.State)} · {Texts.Of("{0} 人", s.People)}", s.By ?? "", s.EventId));
}
