using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Platform;

/// <summary>All companies, for the platform operator.</summary>
public sealed class IndexModel(CompanyOpening companies, PasswordReset reset, PublicLinks links) : DeskPage
{
    public IReadOnlyList<CompanyRow> Rows { get; private set; } = [];

    public override async Task LoadAsync() => Rows = await companies.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    /// <summary>A new manager's invitation, for a company whose managers have lost their logins.</summary>
    public async Task<IActionResult> OnPostInviteAsync(int id, string? name)
    {
        TempData["link"] = links.Invitation(await companies.InviteManagerAsync(id, name ?? ""));
        return RedirectToPage();
    }

    /// <summary>A link for somebody who forgot the password.</summary>
    public async Task<IActionResult> OnPostResetAsync(string? login)
    {
        var (userId, token) = await reset.OfferAsync(login ?? "");
        TempData["link"] = links.PasswordReset(userId, token);
        return RedirectToPage();
    }
}
