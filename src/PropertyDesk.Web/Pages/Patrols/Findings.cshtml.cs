using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols;

/// <summary>What patrols found: what is not solved yet, or all of a span of days.</summary>
public sealed class FindingsModel(PatrolQueries patrols, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "open")]
    public bool IsOpen { get; set; } = true;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public PatrolFilter Filter { get; private set; } = null!;

    public Paged<FindingRow> Findings { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var choice = FigurePage.ChoiceOf(From, To, null, current.Today(clock));
        Filter = new PatrolFilter(choice.From, choice.AsOf);
        Findings = await patrols.FindingsAsync(Filter, IsOpen, PageNumber);
    }
}
