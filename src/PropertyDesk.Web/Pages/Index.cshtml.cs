using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages;

/// <summary>The desk's start page; outside a company it leads to the right one.</summary>
public sealed class IndexModel(CurrentCompany current, CompanyAccess access, UserManager<DeskUser> users) : PageModel
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (current.Id is not null)
        {
            return current.May(Permission.ViewDesk) ? Page() : RedirectToPage("/Portal/Index");
        }

        var choices = await access.ChoicesAsync(Guid.Parse(users.GetUserId(User)!));
        return LocalRedirect(choices.Count == 1 ? $"/{choices[0].Slug}/" : User.HasClaim(DeskClaims.PlatformOperator, "true") ? "/platform" : "/account/companies");
    }
}
