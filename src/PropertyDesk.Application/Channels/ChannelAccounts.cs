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

    /// <summary>By which ways an owner may pay in a browser, the most convenient of each channel first.</summary>
    public async Task<IReadOnlyList<ChannelWay>> WaysAsync(PayerBrowser browser) =>
        [.. (await db.ChannelAccounts.AsNoTracking().Where(a => a.IsOffered).ToListAsync()).OrderBy(a => a.Kind).SelectMany(a => PayerBrowsers.Ways(browser, a.Kind, a.IsDirect))];

    /// <summary>Whether the company offers this way at all, in whatever browser.</summary>
    public Task<bool> OffersAsync(ChannelWay way)
    {
        var (kind, isCode) = (way.Kind(), way.IsCode());
        return db.ChannelAccounts.AnyAsync(a => a.Kind == kind && a.IsOffered && (isCode || a.IsDirect));
    }

    /// <param name="privateKey">PEM; null keeps what is there.</param>
    /// <param name="apiKey">WeChat Pay's APIv3 key, 32 characters; null keeps what is there.</param>
    /// <param name="appSecret">WeChat's secret of the app, with which it tells who looks at a page; null keeps what is there.</param>
    /// <exception cref="RuleViolation">A key cannot be read, or something is missing.</exception>
    public async Task ChangeAsync(ChannelKind kind, ChannelIdentity given, string? privateKey, string? apiKey, bool isOffered, string? appSecret = null)
    {
        db.Current.RequireAllCommunities();
        var identity = ChannelKeys.Check(kind, given, privateKey, apiKey, clock.GetUtcNow());
        var account = await db.ChannelAccounts.FirstOrDefaultAsync(a => a.Kind == kind);
        if (account is null)
        {
            var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
            db.Add(account = new ChannelAccount(company, kind));
        }

        var secrets = new ProtectedSecrets(privateKey is null ? null : cipher.Protect(privateKey.Trim()), apiKey is null ? null : cipher.Protect(apiKey.Trim()), appSecret is null ? null : cipher.Protect(appSecret.Trim()));
        account.Change(identity, secrets, isOffered, db.Current.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <summary>The protocol of a channel, with the company's account.</summary>
    /// <exception cref="RuleViolation">The company has none.</exception>
    public async Task<(IPaymentChannel Channel, ChannelAccess Access)> OpenAsync(ChannelKind kind)
    {
        var account = await FindAsync(kind) ?? throw new RuleViolation("还没有设置{0}商户。", [Words.Of(kind)]);
        List<ChannelKey> keys = [new(account.ChannelKeyId, account.ChannelKey)];
        if (account.OtherChannelKey is { } other)
        {
            keys.Add(new ChannelKey(account.OtherChannelKeyId, other));
        }

        var access = new ChannelAccess(
            account.MerchantId, account.AppId, account.CertificateSerial, cipher.Unprotect(account.ProtectedPrivateKey), Clear(account.ProtectedApiKey), keys,
            addresses.Notify(kind, db.Current.Require()), Clear(account.ProtectedAppSecret));
        return (channels.Single(c => c.Kind == kind), access);
    }

    private string? Clear(string? secret) => secret is null ? null : cipher.Unprotect(secret);
}
