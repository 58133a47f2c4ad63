using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>Who works for the company, and in which role.</summary>
public sealed class IndexModel(StaffQueries staff, StaffMembers members, Invitations invitations) : DeskPage
{
    public IReadOnlyList<StaffRow> Rows { get; private set; } = [];

    public IReadOnlyList<OpenInvitation> Open { get; private set; } = [];

    public override async Task LoadAsync() => (Rows, Open) = (await staff.ListAsync(), await staff.OpenInvitationsAsync());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDisableAsync(Guid id)
    {
        await members.DisableAsync(id);
        Say(Texts.Of("已停用，该账号不能再进入本公司。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid id)
    {
        await members.EnableAsync(id);
        Say(Texts.Of("已恢复。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await invitations.WithdrawAsync(id);
        Say(Texts.Of("邀请已撤回。"));
        return RedirectToPage();
    }
}
