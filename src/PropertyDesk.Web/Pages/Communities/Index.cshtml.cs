using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Communities;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>The communities that the company looks after.</summary>
public sealed class IndexModel(CommunityQueries communities) : PageModel
{
    public IReadOnlyList<CommunityRow> Communities { get; private set; } = [];

    public async Task OnGetAsync() => Communities = await communities.ListAsync();
}
