using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>Passkeys of logins: made, used, renamed, removed.</summary>
public sealed class Passkeys(SignInManager<DeskUser> logins, UserManager<DeskUser> users)
{
    public const int Most = 10;
    public const int LongestName = 60;

    /// <summary>What a browser tells the authenticator to make one; those that are there already are not made twice.</summary>
    public Task<string> OfferAsync(DeskUser user) =>
        logins.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName!, DisplayName = user.DisplayName });

    /// <exception cref="RuleViolation">The browser's answer is not to be believed, or there are too many.</exception>
    public async Task AddAsync(DeskUser user, string? credential, string? name)
    {
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
        {
            throw new RuleViolation("最多 {0} 个通行密钥，请先删除不用的。", [Most]);
        }

        var made = await logins.PerformPasskeyAttestationAsync(credential ?? "");
        if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString())
        {
            throw new RuleViolation("没有添加通行密钥，请再试一次。");
        }

        made.Passkey.Name = NameOf(name);
        NewLogin.OrRefuse(await users.AddOrUpdatePasskeyAsync(user, made.Passkey));
    }

    /// <summary>Whose passkey the browser has proven; null where it is not to be believed, or the login is locked.</summary>
    public async Task<DeskUser?> ProveAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var proven = await logins.PerformPasskeyAssertionAsync(credential);
        if (!proven.Succeeded || await users.IsLockedOutAsync(proven.User))
        {
            return null;
        }

        // Its counter went on: a copy of the key would show by it.
        NewLogin.OrRefuse(await users.AddOrUpdatePasskeyAsync(proven.User, proven.Passkey));
        return proven.User;
    }

    /// <exception cref="NotFoundException">The login has no such passkey.</exception>
    public async Task RenameAsync(DeskUser user, string id, string? name)
    {
        var passkey = NotFoundException.Check(await users.GetPasskeyAsync(user, Read(id)));
        passkey.Name = NameOf(name);
        NewLogin.OrRefuse(await users.AddOrUpdatePasskeyAsync(user, passkey));
    }

    /// <exception cref="NotFoundException">The login has no such passkey.</exception>
    public async Task RemoveAsync(DeskUser user, string id)
    {
        NotFoundException.Check(await users.GetPasskeyAsync(user, Read(id)));
        NewLogin.OrRefuse(await users.RemovePasskeyAsync(user, Read(id)));
    }

    private static string NameOf(string? name) => string.IsNullOrWhiteSpace(name) ? Texts.Of("通行密钥") : Require.Text(name, "名称", LongestName);

    private static byte[] Read(string id)
    {
        try
        {
            return Convert.FromHexString(id);
        }
        catch (FormatException)
        {
            throw new NotFoundException("Passkey");
        }
    }
}
