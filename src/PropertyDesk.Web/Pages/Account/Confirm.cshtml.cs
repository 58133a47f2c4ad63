using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Proves once more who is logged in: before changes of security, and where a company wants more than a password.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class ConfirmModel(UserManager<DeskUser> users, SignInManager<DeskUser> logins, Authenticators authenticators, Passkeys passkeys, SignIns signIns) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A password is not enough.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Strong { get; set; }

    [BindProperty]
    public Proof Input { get; set; } = new();

    public bool HasApp { get; private set; }

    public bool HasPasskey { get; private set; }

    public override async Task LoadAsync()
    {
        var user = await MeAsync();
        (HasApp, HasPasskey) = (user.TwoFactorEnabled, (await users.GetPasskeysAsync(user)).Count > 0);
    }

    public Task OnGetAsync() => LoadAsync();

    /// <summary>A password proves as much as the login did; where there is an authenticator, that is asked instead.</summary>
    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var user = await MeAsync();
        if (user.TwoFactorEnabled || !(await logins.CheckPasswordSignInAsync(user, Input.Password ?? "", lockoutOnFailure: true)).Succeeded)
        {
            throw new RuleViolation("密码不对，或账号已被暂时锁定。", field: "Input.Password");
        }

        return await ConfirmedAsync(strong: false);
    }

    public async Task<IActionResult> OnPostAppAsync()
    {
        if (!await authenticators.ProveAsync(await MeAsync(), Input.Code))
        {
            throw new RuleViolation("验证码不对，或已被用过，或账号已被暂时锁定。", field: "Input.Code");
        }

        return await ConfirmedAsync(strong: true);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await logins.MakePasskeyRequestOptionsAsync(await MeAsync()), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if ((await passkeys.ProveAsync(credential))?.Id != (await MeAsync()).Id)
        {
            throw new RuleViolation("没有用上通行密钥，请再试或换一种方式。");
        }

        return await ConfirmedAsync(strong: true);
    }

    private async Task<IActionResult> ConfirmedAsync(bool strong)
    {
        await signIns.ConfirmAsync(strong);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account");
    }

    private async Task<DeskUser> MeAsync() => NotFoundException.Check(await users.GetUserAsync(User));

    public sealed class Proof : CodeInput
    {
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string? Password { get; set; }
    }
}
