using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>A day's transactions, theirs beside ours.</summary>
public sealed class DayModel(ReconciliationQueries days, Reconcile reconcile, DecideDifference decide) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DayDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await days.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAgainAsync()
    {
        await reconcile.MatchAgainAsync(Id);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await decide.CloseAsync(Id);
        Say(Texts.Of("这一天的对账已关闭。"));
        return RedirectToPage(new { Id });
    }
}
