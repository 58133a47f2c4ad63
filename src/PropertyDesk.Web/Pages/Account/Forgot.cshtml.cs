using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>A new password by a code to a proven address; the answer is the same for an address that nobody has.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class ForgotModel(CodesByBrowser codes, BrowserSecret secret, Recovery recovery) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public NewPassword Input { get; set; } = new();

    public string? SentTo { get; private set; }

    public override async Task LoadAsync() => SentTo = Again ? null : await codes.WaitingAsync(HttpContext, CodePurpose.Recovery);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Again = true;
        await codes.SendAsync(HttpContext, CodePurpose.Recovery, Input.Address);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSetAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await recovery.RunAsync(secret.Read(HttpContext) ?? "", Input.Code, Input.Password ?? "");
        Say(Texts.Of("密码已修改，请用新密码登录。"));
        return LocalRedirect("/account/login");
    }

    public sealed class NewPassword : CodeInput
    {
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string? Password { get; set; }

        [Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。")]
        public string? Repeat { get; set; }
    }
}
