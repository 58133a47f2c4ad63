using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Login for everybody; five wrong passwords lock the login for a quarter of an hour.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class LoginModel(SignInManager<DeskUser> logins, UserManager<DeskUser> users, LoginAttempts attempts) : DeskPage
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

        if (await SucceedsAsync(Input.Login.Trim(), Input.Password))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", Texts.Of("账号或密码不对，或账号已被暂时锁定。"));
        return Page();
    }

    private async Task<bool> SucceedsAsync(string login, string password)
    {
        var user = await users.FindByNameAsync(login);
        if (user is null)
        {
            _nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            users.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return false;
        }

        return (await logins.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
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
