using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Changes the own password; logins on other devices end.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class PasswordModel(UserManager<DeskUser> users, SignIns signIns, Contacts contacts, AccountNotices notices) : DeskPage
{
    [BindProperty]
    public Change Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = NotFoundException.Check(await users.GetUserAsync(User));
        var result = await users.ChangePasswordAsync(user, Input.Current, Input.Password);
        NewLogin.OrRefuse(result, result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? "Input.Current" : "Input.Password");
        await signIns.KeepOnlyThisAsync(user);
        await notices.TellAsync(user.Id, (await contacts.ListAsync(user.Id)).Select(c => c.Address), Texts.Of("您的账号密码已修改，其他设备已退出登录。如非本人操作，请立即联系物业。"));
        Say(Texts.Of("密码已修改。"));
        return LocalRedirect("/");
    }

    public sealed class Change
    {
        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string Current { get; set; } = "";

        [Required(ErrorMessage = "请填写密码。")]
        [StringLength(CommonPasswords.MaximumLength, ErrorMessage = "最多 {1} 个字符。")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "两次输入的密码不一致。")]
        public string Repeat { get; set; } = "";
    }
}
