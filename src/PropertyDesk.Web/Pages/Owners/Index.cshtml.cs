using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>The owner archive as a list.</summary>
public sealed class IndexModel(OwnerList owners, CommunityQueries communities) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Debtors { get; set; }

    [BindProperty(SupportsGet = true)]
    public OwnerSort Sort { get; set; }

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public Paged<OwnerRow> Owners { get; private set; } = new([], 0, 1, Paging.StandardSize);

    public Pager Pager => new(Owners.Number, Owners.Total, Owners.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        Communities = await communities.NamesAsync();
        Owners = await owners.FindAsync(new OwnerFilter(Q, Community, Debtors, Sort), pageNumber);
    }
}
