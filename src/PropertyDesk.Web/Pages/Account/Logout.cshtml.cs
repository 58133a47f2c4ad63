using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Pages.Account;

public sealed class LogoutModel(SignInManager<DeskUser> logins) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/account/login");

    public async Task<IActionResult> OnPostAsync()
    {
        await logins.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/account/login");
    }
}
