using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>The browsers in which one is logged in; each can be ended, or all.</summary>
public sealed class SessionsModel(UserManager<DeskUser> users, SignInManager<DeskUser> logins, LoginSessions sessions, CurrentLogin login) : DeskPage
{
    public IReadOnlyList<SessionRow> Rows { get; private set; } = [];

    public Guid? Current => login.Id;

    /// <summary>A login belongs to no company; times are shown where the program is at home.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public override async Task LoadAsync() => Rows = await sessions.ListAsync(Guid.Parse(users.GetUserId(User)!));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        await sessions.EndAsync(Guid.Parse(users.GetUserId(User)!), session);
        Say(Texts.Of("这台设备已退出登录。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var user = NotFoundException.Check(await users.GetUserAsync(User));
        NewLogin.OrRefuse(await users.UpdateSecurityStampAsync(user));
        await sessions.EndAllAsync(user.Id);
        await logins.SignOutAsync();
        return LocalRedirect("/account/login");
    }
}
