using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>A provider as the dispatcher uses it: makes a message ready, then hands it over.</summary>
internal interface IOutgoing : IAsyncDisposable
{
    /// <summary>Everything that can go wrong before anybody is called.</summary>
    /// <returns>The call.</returns>
    Task<Func<CancellationToken, Task<Taken>>> PrepareAsync(Delivery message, CancellationToken cancel);
}

/// <summary>The provider took a message.</summary>
internal sealed record Taken(string? ProviderId, int Parts, Money Cost);

/// <summary>E-mails over one line to the company's server.</summary>
internal sealed class OutgoingMail(IMailSession session, MailAttachments files, SealedTexts texts, string domain) : IOutgoing
{
    public async Task<Func<CancellationToken, Task<Taken>>> PrepareAsync(Delivery message, CancellationToken cancel)
    {
        var file = await files.OfAsync(message, cancel);
        var text = texts.Open(message);
        var letter = new MailLetter(message.MessageId(domain), message.Address!, message.RecipientName, text.Subject, text.Body, file);
        return async stop =>
        {
            await session.SendAsync(letter, stop);
            return new Taken(letter.MessageId, 1, Money.Zero);
        };
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}

/// <summary>SMS through the company's provider.</summary>
internal sealed class OutgoingSms(ISmsSender sender, SmsAccess access, SmsAccount account, SealedTexts texts) : IOutgoing
{
    // Up to seventy characters are one part; longer ones are cut into parts of sixty-seven.
    private const int OnePart = 70;
    private const int LongPart = 67;

    public Task<Func<CancellationToken, Task<Taken>>> PrepareAsync(Delivery message, CancellationToken cancel)
    {
        var text = texts.Open(message);
        var sms = new SmsMessage(message.Address!, message.TemplateCode ?? throw new MessageRefused(Texts.Of("短信模板没有服务商编号"), isFinal: true), text.Parameters, Reference(message.Id));
        return Task.FromResult<Func<CancellationToken, Task<Taken>>>(async stop =>
        {
            var taken = await sender.SendAsync(access, sms, stop);
            var parts = taken.Parts ?? Parts(account.SignName.Length + 2 + text.Body.Length);
            return new Taken(taken.ProviderId, parts, account.CostOf(parts));
        });
    }

    public static string Reference(Guid id) => id.ToString("n");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static int Parts(int length) => length <= OnePart ? 1 : (length + LongPart - 1) / LongPart;
}

/// <summary>What goes with a message: its bill as PDF in the recipient's language, or the report that it brings.</summary>
public sealed class MailAttachments(DeskDbContext db, BillQueries bills, IDocumentRenderer renderer, ChannelAddresses addresses, CurrentCompany company, TimeProvider clock)
{
    /// <summary>Null where nothing goes with it.</summary>
    internal async Task<MailFile?> OfAsync(Delivery message, CancellationToken cancel)
    {
        if (message.ReportFileId is { } id)
        {
            return await db.ReportFiles.Where(f => f.Id == id && f.Content != null).Select(f => new MailFile(f.Name!, f.ContentType, f.Content!)).FirstOrDefaultAsync(cancel)
                ?? throw new MessageRefused(Texts.Of("报表文件已过保存期。"), isFinal: true);
        }

        return message is { AttachesBill: true, BillId: { } bill } ? await BillAsync(bill, message.Language, cancel) : null;
    }

    private async Task<MailFile> BillAsync(Guid billId, DeliveryLanguage language, CancellationToken cancel)
    {
        var bill = await bills.FindAsync(billId, cancel);
        using var texts = new InLanguage(language);
        using var output = new MemoryStream();
        renderer.Render(BillDocument.Of(Letterhead.Of(company, clock), new BillPaper(bill, addresses.PrintedBill(bill.Code))), output);
        return new MailFile(Texts.Of("账单 {0}", bill.Number) + ".pdf", "application/pdf", output.ToArray());
    }
}

/// <summary>Opens a company's way to a provider.</summary>
public sealed class OutgoingWays(DeskDbContext db, IMailSender mail, IEnumerable<ISmsSender> senders, ISecretCipher cipher, MailAttachments files, SealedTexts texts)
{
    /// <summary>Null where the company has not set it up, or has switched it off.</summary>
    /// <exception cref="SenderDown">The provider cannot be reached, or the kept secret cannot be read.</exception>
    internal async Task<IOutgoing?> OpenAsync(DeliveryChannel channel, CancellationToken cancel)
    {
        if (channel == DeliveryChannel.Email)
        {
            return await db.MailAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.IsOn, cancel) is { } account
                ? new OutgoingMail(await mail.OpenAsync(Access(account), cancel), files, texts, account.FromAddress[(account.FromAddress.LastIndexOf('@') + 1)..])
                : null;
        }

        return await SmsAsync(cancel) is var (sender, access, sms) ? new OutgoingSms(sender, access, sms, texts) : null;
    }

    /// <summary>The SMS provider with the company's account; null where there is none.</summary>
    internal async Task<(ISmsSender Sender, SmsAccess Access, SmsAccount Account)?> SmsAsync(CancellationToken cancel) =>
        await db.SmsAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.IsOn, cancel) is { } account
            ? (senders.Single(s => s.Provider == account.Provider), new SmsAccess(account.KeyId, Secret(account.ProtectedSecret), account.SignName, account.AppId), account)
            : null;

    private MailAccess Access(MailAccount account) => new(
        account.Host, account.Port, account.Security, account.UserName, account.ProtectedPassword is { } kept ? Secret(kept) : null, account.FromAddress, account.FromName, account.ReplyTo);

    private string Secret(string kept)
    {
        try
        {
            return cipher.Unprotect(kept);
        }
        catch (CryptographicException error)
        {
            throw new SenderDown(Texts.Of("保存的密码读不出来，请重新填写。"), mayBeOut: false, error);
        }
    }
}
