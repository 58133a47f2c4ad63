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

    /// <summary>Where a hit leads to: "take" opens taking money, "deposit" taking a deposit, anything else what was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>There are others than those shown.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Address of a hit: whoever asks for a bill or a receipt by its number wants to see that, all others the owner.</summary>
    public string Link(SearchHit hit) => hit switch
    {
        _ when To == "take" => Url.Page("/Payments/Take", new { ownerId = hit.OwnerId, unit = hit.Unit }),
        _ when To == "deposit" => Url.Page("/Deposits/Take", new { id = hit.OwnerId }),
        { PaymentId: { } payment } => Url.Page("/Payments/Details", new { id = payment }),
        { BillId: { } bill } => Url.Page("/Bills/Details", new { id = bill }),
        _ => Url.Page("/Owners/Details", new { id = hit.OwnerId }),
    } ?? "";

    public async Task<IActionResult> OnGetAsync()
    {
        await FindAsync(ManyResults);
        return Hits.Count == 1 ? LocalRedirect(Link(Hits[0])) : Page();
    }

    public async Task<IActionResult> OnGetSuggestAsync()
    {
        await FindAsync(DeskSearch.FewResults);
        return Partial("_Hits", this);
    }

    private async Task FindAsync(int limit)
    {
        var found = await search.FindAsync(Text, limit + 1);
        (Hits, HasMore) = (Sorted([.. found.Take(limit)]), found.Count > limit);
    }

    // Where money is taken, who owes comes first; but before all others who is meant beyond doubt: Enter opens the first.
    private IReadOnlyList<SearchHit> Sorted(IReadOnlyList<SearchHit> hits) => To == "take" ? [.. hits.OrderByDescending(IsMeant).ThenBy(h => h.Outstanding.IsZero)] : hits;

    // By the whole name, or the whole flat; not by a meter or a plate that ends alike.
    private bool IsMeant(SearchHit hit)
    {
        var text = UnitText.Plain(Text);
        return hit.Name == text || (hit is { Unit: { } flat, By: "" } && UnitText.Guesses(text).Append(UnitText.Code(text)).Contains(flat, StringComparer.OrdinalIgnoreCase));
    }
}
