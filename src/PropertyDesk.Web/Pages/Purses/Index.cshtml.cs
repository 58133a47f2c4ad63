using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>All prepaid money of a community, and whether the ledger says the same.</summary>
public sealed class IndexModel(PurseQueries purses, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    /// <summary>None where there is no community.</summary>
    public PurseList? List { get; private set; }

    public Pager Pager => new(List!.Page.Number, List.Page.Total, List.Page.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        Communities = await communities.NamesAsync();
        Community ??= Communities.Count > 0 ? Communities[0].Id : null;
        List = Community is { } here ? await purses.ListAsync(here, pageNumber) : null;
    }
}
