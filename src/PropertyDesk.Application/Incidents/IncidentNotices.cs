using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Application.Incidents;

/// <summary>Drafts the notice of a mass failure, and afterwards the one of its end, for those whom it concerns.</summary>
public sealed class IncidentNotices(DeskDbContext db, WriteNotices notices, TimeProvider clock)
{
    /// <returns>The draft, which somebody reads, changes and publishes as any other.</returns>
    /// <exception cref="RuleViolation">There is one already, or somebody else was quicker.</exception>
    public async Task<Guid> DraftAsync(Guid id)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var incident = NotFoundException.Check(await db.Incidents.FirstOrDefaultAsync(i => i.Id == id), id);
        var draft = await notices.DraftAsync(incident.CommunityId, new NoticePlan(
            incident.IsOpen ? NoticeKind.Outage : NoticeKind.General, Text(incident), await AudienceAsync(incident), IsUrgent: false, IsPublic: false,
            db.Current.DayOf(incident.IsOpen ? incident.ExpectedBy ?? clock.GetUtcNow().AddDays(1) : clock.GetUtcNow().AddDays(3))));
        db.Add(incident.Announced(await db.Notices.SingleAsync(n => n.Id == draft), db.Acting(clock)));
        await db.SaveOrRefuseAsync();
        await transaction.CommitAsync();
        return draft;
    }

    private static NoticeText Text(Incident incident)
    {
        var (title, body) = incident.IsOpen ? (incident.Title, incident.Says) : (Texts.Of("{0}：已恢复", incident.Title), incident.Result!);
        return new NoticeText(
            Cut(title, NoticeText.LongestTitle), Cut(body, NoticeText.LongestSummary), body, incident.IsOpen ? incident.OpenedAt : null, incident.IsOpen ? incident.ExpectedBy : null,
            incident.IsOpen ? Cut(body, NoticeText.LongestExpect) : null);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    // An audience knows houses; of a part of a house those who own or rent there are chosen one by one, as far as it takes so many.
    private async Task<Audience> AudienceAsync(Incident incident)
    {
        if (incident.BuildingId is not { } building)
        {
            return Audience.Everybody;
        }

        var whole = Audience.Everybody with { Buildings = [building] };
        if (incident.Entrance.Length == 0 && incident.Riser.Length == 0)
        {
            return whole;
        }

        var today = db.Current.Today(clock);
        var units = (await db.Units.AsNoTracking().Where(u => u.BuildingId == building).ToListAsync()).Where(incident.Covers).Select(u => u.Id).ToList();
        var people = await db.Ownerships.Where(o => units.Contains(o.UnitId) && o.From <= today && (o.To == null || o.To >= today)).Select(o => o.OwnerId)
            .Union(db.Leases.Where(l => units.Contains(l.UnitId) && l.From <= today && (l.To == null || l.To >= today)).Select(l => l.LesseeId)).ToListAsync();
        return people.Count is 0 or > Audience.MostChosen ? whole : new Audience([], [], people, WithRenters: true);
    }
}
