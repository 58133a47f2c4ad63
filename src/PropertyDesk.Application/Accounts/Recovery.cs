using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Accounts;

/// <summary>A new password for somebody who forgot the old one, by a code to a proven address.</summary>
public sealed class Recovery(UserManager<DeskUser> users, OneTimeCodes codes, Contacts contacts, LoginSessions sessions, AccountNotices notices)
{
    /// <summary>Sets the password, ends a lockout and every login, and tells all addresses of the login.</summary>
    /// <exception cref="RuleViolation">The password is refused, or the code is wrong, used or too old.</exception>
    public async Task RunAsync(string browser, string? code, string password)
    {
        // The password first: a refused one must not cost the code.
        await JudgeAsync(password);
        if ((await codes.UseAsync(CodePurpose.Recovery, browser, code))?.UserId is not { } userId || await users.FindByIdAsync(userId.ToString()) is not { } user)
        {
            throw new RuleViolation("验证码不对或已过期。", field: "Input.Code");
        }

        NewLogin.OrRefuse(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));
        await users.SetLockoutEndDateAsync(user, null);
        await sessions.EndAllAsync(user.Id);
        await notices.TellAsync(user.Id, (await contacts.ListAsync(user.Id)).Select(c => c.Address), Texts.Of("您的账号密码已重设，所有设备已退出登录。如非本人操作，请立即联系物业。"));
    }

    private async Task JudgeAsync(string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            NewLogin.OrRefuse(await validator.ValidateAsync(users, new DeskUser(), password));
        }
    }
}
