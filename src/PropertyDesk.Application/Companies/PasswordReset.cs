using Microsoft.AspNetCore.Identity;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Companies;

/// <summary>
/// A new password for somebody who forgot the old one, by a link from the platform operator: a company may not do that,
/// because the same login can belong to other companies too.
/// </summary>
public sealed class PasswordReset(UserManager<DeskUser> users)
{
    /// <summary>A token for a link: for a day, and for one change.</summary>
    /// <exception cref="RuleViolation">Nobody has this login.</exception>
    public async Task<(Guid UserId, string Token)> OfferAsync(string login)
    {
        var user = await users.FindByNameAsync(login.Trim()) ?? throw new RuleViolation("没有这个登录账号。", field: "Login");
        return (user.Id, await users.GeneratePasswordResetTokenAsync(user));
    }

    /// <summary>Sets the password, ends a lockout, and logs the person out everywhere.</summary>
    /// <exception cref="NotFoundException">There is no such login.</exception>
    /// <exception cref="RuleViolation">The link is used or too old, or the password is refused.</exception>
    public async Task RunAsync(Guid userId, string token, string password)
    {
        var user = NotFoundException.Check(await users.FindByIdAsync(userId.ToString()), userId);
        NewLogin.OrRefuse(await users.ResetPasswordAsync(user, token, password));
        await users.SetLockoutEndDateAsync(user, null);
    }
}
