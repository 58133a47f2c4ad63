using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Search;

namespace PropertyDesk.Web.Pages.Search;

/// <summary>What the one search box finds: a few hits as a fragment under the box, more of them as a page.</summary>
public sealed class IndexModel(DeskSearch search) : PageModel
{
    private const int ManyResults = 60;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Where a hit leads to: "take" opens taking money, anything else the owner's page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>Address of a hit.</summary>
    public string Link(SearchHit hit) => (To == "take"
        ? Url.Page("/Payments/Take", new { ownerId = hit.OwnerId })
        : Url.Page("/Owners/Details", new { id = hit.OwnerId })) ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        Hits = Sorted(await search.FindAsync(Text, ManyResults));
        return Hits.Count == 1 ? LocalRedirect(Link(Hits[0])) : Page();
    }

    public async Task<IActionResult> OnGetSuggestAsync()
    {
        Hits = Sorted(await search.FindAsync(Text));
        return Partial("_Hits", this);
    }

    // Where money is taken, who owes comes first.
    private IReadOnlyList<SearchHit> Sorted(IReadOnlyList<SearchHit> hits) => To == "take" ? [.. hits.OrderBy(h => h.Outstanding.IsZero)] : hits;
}
