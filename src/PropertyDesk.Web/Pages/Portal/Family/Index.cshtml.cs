using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Family;

/// <summary>Whom of the family the owner lets in; each comes by a link with a login of their own.</summary>
public sealed class IndexModel(FamilyMembers family, OwnData data, PublicLinks links) : DeskPage
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public IReadOnlyList<FamilyMember> Members { get; private set; } = [];

    public IReadOnlyList<FamilyInvitation> Open { get; private set; } = [];

    /// <summary>The login's own, to choose from where they are several.</summary>
    public IReadOnlyList<OwnRecordName> Records { get; private set; } = [];

    public string CommunityOf(Guid ownerId) => Records.FirstOrDefault(r => r.OwnerId == ownerId)?.Community ?? "";

    public override async Task LoadAsync() => (Members, Open, Records) = (await family.ListAsync(), await family.InvitationsAsync(), await data.NamesAsync());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        TempData["link"] = links.Invitation(await family.InviteAsync(Input.OwnerId, Input.Role, Input.Name));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        await family.RevokeAsync(id);
        Say(Texts.Of("已取消，对方不能再查看您的账单。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id)
    {
        await family.WithdrawAsync(id);
        Say(Texts.Of("邀请已撤回。"));
        return RedirectToPage();
    }

    public sealed class InviteInput
    {
        public Guid OwnerId { get; set; }

        [Required(ErrorMessage = "请填写家人姓名。"), StringLength(40)]
        public string? Name { get; set; }

        public Role Role { get; set; } = Role.FamilyViewer;
    }
}
