using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>What is overdue: why, how old, where, of which item.</summary>
public sealed class ReasonsModel(ArrearsReasons reasons, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public ArrearsReport Report { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync() => (Report, Communities) = (await reasons.ReportAsync(Community), await communities.NamesAsync());
}
