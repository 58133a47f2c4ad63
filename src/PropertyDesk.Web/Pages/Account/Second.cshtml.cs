using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>The second step of a login, for whoever passed the first within five minutes.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class SecondModel(SignInManager<DeskUser> logins, Authenticators authenticators, SignIns signIns) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() =>
        await logins.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/account/login") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await logins.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return LocalRedirect("/account/login");
        }

        if (!await authenticators.ProveAsync(user, Input.Code))
        {
            throw new RuleViolation("验证码不对，或已被用过，或账号已被暂时锁定。", field: "Input.Code");
        }

        await signIns.StartAsync(HttpContext, user, strong: true);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
