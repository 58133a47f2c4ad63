using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Application.Search;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>Money that waits: to an owner, or back.</summary>
public sealed class WaitingModel(ReconciliationQueries days, PostDifference post, DeskSearch search) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Find { get; set; }

    public WaitingMoney Row { get; private set; } = null!;

    public IReadOnlyList<SearchHit> Owners { get; private set; } = [];

    public override async Task LoadAsync() => (Row, Owners) = (await days.WaitingAsync(Id), await search.FindAsync(Find));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostClaimAsync(Guid ownerId)
    {
        Say(Texts.Of("已入账，收据 {0}。", await post.ClaimAsync(Id, ownerId)));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostBackAsync(string? reason)
    {
        await post.TakeBackAsync(Id, reason);
        Say(Texts.Of("已冲回。"));
        return RedirectToPage("Index");
    }
}
