using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses.Decide;

/// <summary>Approves or rejects a release that somebody else asked for; approving moves the money.</summary>
public sealed class IndexModel(PurseQueries purses, ReleasePurse releases) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(200)]
    public string? Note { get; set; }

    public ReleaseRow Release { get; private set; } = null!;

    public override async Task LoadAsync() => Release = await purses.ReleaseAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostApproveAsync()
    {
        await releases.ApproveAsync(Id, Note);
        Say(Texts.Of("已批准，预存款已调剂。"));
        return RedirectToPage("/Purses/Moved", new { Id });
    }

    public async Task<IActionResult> OnPostRejectAsync()
    {
        await releases.RejectAsync(Id, Note);
        Say(Texts.Of("已驳回。"));
        return RedirectToPage("/Approvals/Index");
    }
}
