using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>Invites a member of staff by a link.</summary>
public sealed class InviteModel(Invitations invitations, CommunityQueries communities, PublicLinks links) : DeskPage
{
    [BindProperty]
    public NewMember Input { get; set; } = new() { Role = Role.Collector };

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => Communities = await communities.NamesAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        TempData["link"] = links.Invitation(await invitations.InviteStaffAsync(Input.Role!.Value, Input.Name, Input.Communities));
        return RedirectToPage("/Staff/Index");
    }

    public sealed class NewMember : StaffInput
    {
        [Required(ErrorMessage = "请填写姓名。")]
        [StringLength(100, ErrorMessage = "最多 {1} 个字符。")]
        public string Name { get; set; } = "";
    }
}
