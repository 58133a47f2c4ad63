using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Sets a new password with a link from the platform operator.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class ResetModel(PasswordReset reset) : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public NewPassword Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await reset.RunAsync(UserId, Token ?? "", Input.Password);
        Say(Texts.Of("密码已修改，请用新密码登录。"));
        return LocalRedirect("/account/login");
    }

    public sealed class NewPassword
    {
        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。")]
        public string Repeat { get; set; } = "";
    }
}
