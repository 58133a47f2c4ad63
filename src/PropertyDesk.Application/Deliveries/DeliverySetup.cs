using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Sets up how a company sends. Secrets go in and never come out again.</summary>
public sealed class DeliverySetup(DeskDbContext db, ISecretCipher cipher, DeliveryGates gates, ChannelAddresses addresses, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>The company's settings; those that hold where nothing was set up.</summary>
    public async Task<DeliverySettings> SettingsAsync() =>
        await db.DeliverySettings.AsNoTracking().FirstOrDefaultAsync() ?? new DeliverySettings(await CompanyAsync());

    /// <summary>One-time codes that were queued as SMS today.</summary>
    public Task<int> CodesTodayAsync() => db.SmsCodesAsync(db.Current.Today(clock));

    public Task<MailAccount?> MailAsync() => db.MailAccounts.AsNoTracking().FirstOrDefaultAsync();

    public Task<SmsAccount?> SmsAsync() => db.SmsAccounts.AsNoTracking().FirstOrDefaultAsync();

    /// <summary>Where the provider reports; null before an account was set up.</summary>
    public async Task<string?> ReceiptAddressAsync() =>
        await SmsAsync() is { } account && (await SettingsAsync()).ProtectedReceiptSecret is { } secret
            ? addresses.SmsReceipts(account.Provider, db.Current.Require(), cipher.Unprotect(secret))
            : null;

    public async Task ChangeAsync(IReadOnlyList<DeliveryChannel> order, QuietHours quiet, DeliveryLimits limits, DeliveryLanguage language)
    {
        (await OwnSettingsAsync()).Change(order, quiet, limits, language);
        await SaveAsync();
    }

    /// <param name="password">Null keeps what is there.</param>
    /// <exception cref="RuleViolation">Something is missing or cannot be an address.</exception>
    public async Task ChangeMailAsync(MailServer server, string? password, bool isOn)
    {
        ContactText.Email(server.FromAddress);
        ContactText.Email(server.ReplyTo);
        if (string.Concat(server.FromName, server.FromAddress, server.ReplyTo, server.Host).Any(char.IsControl))
        {
            throw new RuleViolation("填写的值无效。");
        }

        var account = await db.MailAccounts.FirstOrDefaultAsync() ?? db.Add(new MailAccount(await CompanyAsync())).Entity;
        account.Change(server, password is null ? null : cipher.Protect(password), isOn, db.Current.UserName, clock.GetUtcNow());
        await SaveAsync();
        await gates.RecoverAsync(DeliveryChannel.Email);
    }

    /// <param name="secret">Null keeps what is there.</param>
    /// <exception cref="RuleViolation">Something is missing.</exception>
    public async Task ChangeSmsAsync(SmsIdentity identity, string? secret, bool isOn)
    {
        var account = await db.SmsAccounts.FirstOrDefaultAsync() ?? db.Add(new SmsAccount(await CompanyAsync())).Entity;
        account.Change(identity, secret is null ? null : cipher.Protect(secret.Trim()), isOn, db.Current.UserName, clock.GetUtcNow());
        var settings = await OwnSettingsAsync();
        if (settings.ProtectedReceiptSecret is null)
        {
            settings.KeepReceiptSecret(NewSecret());
        }

        await SaveAsync();
        await gates.RecoverAsync(DeliveryChannel.Sms);
    }

    /// <summary>Another address for receipts; the provider has to be told of it.</summary>
    public async Task RenewReceiptAddressAsync()
    {
        (await OwnSettingsAsync()).KeepReceiptSecret(NewSecret());
        await SaveAsync();
    }

    private string NewSecret() => cipher.Protect(RandomNumberGenerator.GetHexString(SecretBytes * 2, lowercase: true));

    private async Task<DeliverySettings> OwnSettingsAsync() =>
        await db.DeliverySettings.FirstOrDefaultAsync() ?? db.Add(new DeliverySettings(await CompanyAsync())).Entity;

    private Task<Company> CompanyAsync() => db.Companies.SingleAsync(c => c.Id == db.Current.Require());

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }
}
