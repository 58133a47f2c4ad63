using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Takes delivery receipts. Who knows the address may send them, so they change the state of delivery and nothing else.</summary>
public sealed class SmsReceipts(DeskDbContext db, IEnumerable<ISmsSender> senders, ISecretCipher cipher, DeliveryOutcomes outcomes, TimeProvider clock)
{
    /// <returns>The answer that the provider wants; null where the address is none of ours.</returns>
    /// <exception cref="InvalidDataException">It is no list of receipts.</exception>
    public async Task<string?> TakeAsync(SmsProvider provider, string secret, ReadOnlyMemory<byte> body)
    {
        if (!await IsOursAsync(provider, secret))
        {
            return null;
        }

        var sender = senders.Single(s => s.Provider == provider);
        foreach (var receipt in sender.ReadReceipts(body.Span))
        {
            await TakeAsync(receipt);
        }

        return sender.ReceiptAnswer;
    }

    private async Task<bool> IsOursAsync(SmsProvider provider, string secret)
    {
        var kept = await db.DeliverySettings.Select(s => s.ProtectedReceiptSecret).FirstOrDefaultAsync();
        return kept is not null && await db.SmsAccounts.AnyAsync(a => a.Provider == provider)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cipher.Unprotect(kept)), Encoding.UTF8.GetBytes(secret));
    }

    private async Task TakeAsync(SmsReceipt receipt)
    {
        var account = await db.SmsAccounts.AsNoTracking().SingleAsync();
        var sms = db.Deliveries.Where(d => d.Channel == DeliveryChannel.Sms);
        var id = Guid.TryParseExact(receipt.Reference, "n", out var reference)
            ? await sms.Where(d => d.Id == reference).Select(d => d.Id).FirstOrDefaultAsync()
            : receipt.ProviderId is { } number ? await sms.Where(d => d.ProviderId == number).Select(d => d.Id).FirstOrDefaultAsync() : Guid.Empty;
        if (id == Guid.Empty)
        {
            return;
        }

        await outcomes.ChangeAsync(id, d =>
        {
            if (receipt.Parts is { } parts and > 0 and < 100)
            {
                d.Charge(parts, account.CostOf(parts));
            }

            return d.Confirm(receipt.HasArrived, receipt.Detail, receipt.ProviderId, Words.Of(account.Provider), clock.GetUtcNow());
        });
    }
}
