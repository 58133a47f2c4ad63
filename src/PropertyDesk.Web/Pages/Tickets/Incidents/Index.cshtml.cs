using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Incidents;

/// <summary>What has failed for many: what looks like it, what lasts, what is over.</summary>
public sealed class IndexModel(IncidentQueries incidents, KnownIncidents known, IncidentSigns signs, TimeProvider clock) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<IncidentSign> Signs { get; private set; } = [];

    public IReadOnlyList<KnownIncident> Open { get; private set; } = [];

    public Paged<EndedIncident> Ended { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync() => (Signs, Open, Ended) = (await signs.FindAsync(), await known.OpenAsync(), await incidents.EndedAsync(PageNumber));

    /// <summary>How long it took, in hours and minutes.</summary>
    public string Lasted(EndedIncident incident)
    {
        var time = incident.EndedAt - incident.OpenedAt;
        return time.TotalHours >= 1 ? Texts.Of("{0} 小时 {1} 分", (int)time.TotalHours, time.Minutes) : Texts.Of("{0} 分钟", (int)Math.Ceiling(time.TotalMinutes));
    }
}
