using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>Which machines fail, how often and how.</summary>
public sealed class FailuresModel(FailureReport report, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public FailureFigures Figures { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync() => (Figures, Communities) = (await report.RunAsync(From, To, Community), await communities.NamesAsync());
}
