using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>A release between classes: who asked, who agreed, and the document's number once it is carried out.</summary>
public sealed class MovedModel(PurseQueries purses, ReleasePurse releases) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReleaseRow Release { get; private set; } = null!;

    public override async Task LoadAsync() => Release = await purses.ReleaseAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await releases.WithdrawAsync(Id);
        Say(Texts.Of("申请已撤回。"));
        return RedirectToPage(new { Id });
    }
}
