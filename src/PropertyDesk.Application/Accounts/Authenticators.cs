using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Accounts;

/// <summary>Authenticator apps as the second factor, and the recovery codes for whoever has lost the phone.</summary>
public sealed class Authenticators(DeskDbContext db, UserManager<DeskUser> users, ILoginCipher cipher, TimeProvider clock)
{
    /// <summary>A secret to be taken into an app; it counts once a code of the app was entered.</summary>
    /// <returns>The secret in base 32; the same until then.</returns>
    public async Task<string> OfferAsync(DeskUser user)
    {
        if (user.TotpPending is { } pending)
        {
            return cipher.Unprotect(pending);
        }

        var secret = Totp.NewSecret();
        user.TotpPending = cipher.Protect(secret);
        NewLogin.OrRefuse(await users.UpdateAsync(user));
        return secret;
    }

    /// <summary>Turns the app on, after a code of it.</summary>
    /// <returns>The recovery codes; they are readable only now.</returns>
    /// <exception cref="RuleViolation">The code is wrong.</exception>
    public async Task<IReadOnlyList<string>> TurnOnAsync(DeskUser user, string? code)
    {
        var secret = user.TotpPending is null ? null : cipher.Unprotect(user.TotpPending);
        if (secret is null || Totp.StepOf(secret, code ?? "", 0, clock.GetUtcNow()) is not { } step)
        {
            throw WrongCode();
        }

        (user.TotpSecret, user.TotpPending, user.TotpStep) = (user.TotpPending, null, step);
        var codes = await ReplaceCodesAsync(user);
        // One save, by the store of users, with a new security stamp: other logins end.
        NewLogin.OrRefuse(await users.SetTwoFactorEnabledAsync(user, true));
        return codes;
    }

    public async Task TurnOffAsync(DeskUser user)
    {
        (user.TotpSecret, user.TotpPending) = (null, null);
        db.RemoveRange(await CodesOf(user).ToListAsync());
        NewLogin.OrRefuse(await users.SetTwoFactorEnabledAsync(user, false));
    }

    /// <summary>Ten new recovery codes; the old ones end.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(DeskUser user)
    {
        var codes = await ReplaceCodesAsync(user);
        await db.SaveChangesAsync();
        return codes;
    }

    public Task<int> CodesLeftAsync(DeskUser user) => CodesOf(user).CountAsync(c => c.UsedAt == null);

    /// <summary>
    /// Proves the second factor by a code of the app or a recovery code, each once. Wrong ones count towards the lockout.
    /// </summary>
    public async Task<bool> ProveAsync(DeskUser user, string? typed)
    {
        if (!user.TwoFactorEnabled || await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (await UseAppCodeAsync(user, typed ?? "") || await UseRecoveryCodeAsync(user, typed ?? ""))
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    public static RuleViolation WrongCode() => new("验证码不对，请查看验证器里现在的六位数字。", field: "Input.Code");

    // The database decides who takes a step: of two who send the same code at the same moment, one does.
    private async Task<bool> UseAppCodeAsync(DeskUser user, string typed)
    {
        if (user.TotpSecret is null || Totp.StepOf(cipher.Unprotect(user.TotpSecret), typed, user.TotpStep, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        var taken = await db.Users.Where(u => u.Id == user.Id && u.TotpStep < step).ExecuteUpdateAsync(set => set.SetProperty(u => u.TotpStep, step));
        await db.Entry(user).ReloadAsync();
        return taken == 1;
    }

    private async Task<bool> UseRecoveryCodeAsync(DeskUser user, string typed)
    {
        var (hash, now) = (RecoveryCode.HashOf(typed), clock.GetUtcNow());
        return await CodesOf(user).Where(c => c.Hash == hash && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now)) == 1;
    }

    private async Task<IReadOnlyList<string>> ReplaceCodesAsync(DeskUser user)
    {
        db.RemoveRange(await CodesOf(user).ToListAsync());
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(user.Id, code)));
        return codes;
    }

    private IQueryable<RecoveryCode> CodesOf(DeskUser user) => db.RecoveryCodes.Where(c => c.UserId == user.Id);
}
