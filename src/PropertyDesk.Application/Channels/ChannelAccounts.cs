using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>The company's merchant accounts: set up, and opened for one use.</summary>
public sealed class ChannelAccounts(DeskDbContext db, IEnumerable<IPaymentChannel> channels, ISecretCipher cipher, ChannelAddresses addresses, TimeProvider clock)
{
    /// <summary>The account as it is kept; null where none was set up.</summary>
    public Task<ChannelAccount?> FindAsync(ChannelKind kind) => db.ChannelAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.Kind == kind);

    /// <summary>What owners may choose.</summary>
    public Task<List<ChannelKind>> OfferedAsync() => db.ChannelAccounts.Where(a => a.IsOffered).OrderBy(a => a.Kind).Select(a => a.Kind).ToListAsync();

    /// <param name="privateKey">PEM; null keeps what is there.</param>
    /// <param name="apiKey">WeChat Pay's APIv3 key, 32 characters; null keeps what is there.</param>
    /// <exception cref="RuleViolation">A key cannot be read, or something is missing.</exception>
    public async Task ChangeAsync(ChannelKind kind, ChannelIdentity identity, string? privateKey, string? apiKey, bool isOffered)
    {
        ChannelKeys.Check(kind, identity, privateKey, apiKey);
        var account = await db.ChannelAccounts.FirstOrDefaultAsync(a => a.Kind == kind);
        if (account is null)
        {
            var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
            db.Add(account = new ChannelAccount(company, kind));
        }

        var secrets = new ProtectedSecrets(privateKey is null ? null : cipher.Protect(privateKey.Trim()), apiKey is null ? null : cipher.Protect(apiKey.Trim()));
        account.Change(identity, secrets, isOffered, db.Current.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>The protocol of a channel, with the company's account.</summary>
    /// <exception cref="RuleViolation">The company has none.</exception>
    public async Task<(IPaymentChannel Channel, ChannelAccess Access)> OpenAsync(ChannelKind kind)
    {
        var account = await FindAsync(kind) ?? throw new RuleViolation("还没有设置{0}商户。", [Words.Of(kind)]);
        var access = new ChannelAccess(
            account.MerchantId, account.AppId, account.CertificateSerial, cipher.Unprotect(account.ProtectedPrivateKey),
            account.ProtectedApiKey is { } key ? cipher.Unprotect(key) : null, account.ChannelKeyId, account.ChannelKey,
            addresses.Notify(kind, db.Current.Require()));
        return (channels.Single(c => c.Kind == kind), access);
    }
}
