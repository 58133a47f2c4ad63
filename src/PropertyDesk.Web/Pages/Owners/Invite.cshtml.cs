using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Opens the portal for an owner by a link that only this owner's record is behind.</summary>
public sealed class InviteModel(OwnerQueries owners, Invitations invitations, PublicLinks links) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OwnerDetails Owner { get; private set; } = null!;

    public override async Task LoadAsync() => Owner = await owners.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        TempData["link"] = links.Invitation(await invitations.InviteOwnerAsync(Id));
        return RedirectToPage(new { Id });
    }
}
