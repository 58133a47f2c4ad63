using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>What an invitation link opens: make a login for it, or join with the login one has.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class AcceptInvitationModel(AcceptInvitation accept, UserManager<DeskUser> users, SignIns signIns) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public NewAccount Input { get; set; } = new();

    public ShownInvitation Invitation { get; private set; } = null!;

    /// <summary>Where to come back to after logging in with an existing account.</summary>
    public string Here => Url.Page("/Account/AcceptInvitation", new { token = Token })!;

    public override async Task LoadAsync() => Invitation = await accept.FindAsync(Token);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Login = Invitation.SuggestedLogin;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var (user, slug) = await accept.AsNewUserAsync(Token, Input.Login, Input.Password);
        await signIns.StartAsync(HttpContext, user, strong: false);
        Say(Texts.Of("账号已开通，欢迎使用。"));
        return LocalRedirect($"/{slug}/");
    }

    /// <summary>Joins the login that is signed in.</summary>
    public async Task<IActionResult> OnPostJoinAsync()
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return LocalRedirect("/account/login?returnUrl=" + Uri.EscapeDataString(Here));
        }

        var slug = await accept.AsUserAsync(Token, user);
        Say(Texts.Of("已加入。"));
        return LocalRedirect($"/{slug}/");
    }

    public sealed class NewAccount
    {
        [Required(ErrorMessage = "请填写手机号或邮箱。")]
        [StringLength(200, ErrorMessage = "最多 {1} 个字符。")]
        public string Login { get; set; } = "";

        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。")]
        public string Repeat { get; set; } = "";
    }
}
