using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols;

/// <summary>The patrols of a day or of a span of days; whoever only walks sees the own ones.</summary>
public sealed class IndexModel(PatrolQueries patrols, CommunityQueries communities, CurrentCompany current, TimeProvider clock) : DeskPage
{
    private const int WithoutChoice = 6;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public PatrolShown Shown { get; set; }

    [BindProperty(SupportsGet = true)]
    public PatrolKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Route { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateTimeOffset Now => clock.GetUtcNow();

    public PatrolFilter Filter { get; private set; } = null!;

    public PatrolCounts Counts { get; private set; } = null!;

    public Paged<PatrolRow> Patrols { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = current.Today(clock);
        var choice = FigurePage.ChoiceOf(From ?? (To ?? today).AddDays(-WithoutChoice), To, null, today);
        Filter = new PatrolFilter(choice.From, choice.AsOf, Shown, Community, Kind, Route);
        (Counts, Patrols, Communities) = (await patrols.CountsAsync(Filter), await patrols.ListAsync(Filter, PageNumber), await communities.NamesAsync());
    }
}
