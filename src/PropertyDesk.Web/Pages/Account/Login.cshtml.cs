using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Login for everybody; five wrong passwords lock the login for a quarter of an hour.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class LoginModel(SignInManager<DeskUser> logins, UserManager<DeskUser> users, Contacts contacts, SignIns signIns, Passkeys passkeys, LoginAttempts attempts) : DeskPage
{
    // Checked in place of a missing user's hash, so that a wrong name takes as long as a wrong password.
    private static readonly DeskUser Nobody = new();
    private static string? _nobodysHash;

    [BindProperty]
    public Credentials Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!attempts.Allows(HttpContext, Input.Login))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await ProvenAsync(Input.Login.Trim(), Input.Password) is { } user)
        {
            return LocalRedirect(await signIns.AfterFirstFactorAsync(HttpContext, user, Target));
        }

        ModelState.AddModelError("", Texts.Of("账号或密码不对，或账号已被暂时锁定。"));
        return Page();
    }

    /// <summary>What a browser asks an authenticator for; the passkey says itself whose it is.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await logins.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <summary>Logs in with a passkey: device and finger or PIN, two factors in one.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await passkeys.ProveAsync(credential) is { } user)
        {
            await signIns.StartAsync(HttpContext, user, strong: true);
            return LocalRedirect(Target);
        }

        ModelState.Clear();
        ModelState.AddModelError("", Texts.Of("没有用上通行密钥，请再试或换一种方式。"));
        return Page();
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    private async Task<DeskUser?> ProvenAsync(string login, string password)
    {
        var user = await contacts.FindLoginAsync(login);
        if (user is null)
        {
            _nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return null;
        }

        return (await logins.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded ? user : null;
    }

    public sealed class Credentials
    {
        [Required(ErrorMessage = "请填写手机号或邮箱。")]
        [StringLength(200)]
        public string Login { get; set; } = "";

        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(128)]
        public string Password { get; set; } = "";
    }
}
