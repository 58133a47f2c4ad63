using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>
/// Books what the bank collected, some lines in each transaction: whatever stops it, what was booked stays booked and the
/// next run takes the rest. The state of the line, read in the community's turn, and its own keys let it be booked once.
/// </summary>
public sealed class BookCollected(DeskDbContext db, PaymentBooking booking, TimeProvider clock)
{
    private const int LinesAtOnce = 40;

    /// <summary>For the job: every batch in which something waits to be booked.</summary>
    public async Task SweepAsync(CancellationToken cancel = default)
    {
        foreach (var batch in await db.DebitLines.Where(l => l.State == DebitLineState.Collected).Select(l => l.BatchId).Distinct().ToListAsync(cancel))
        {
            await RunAsync(batch, cancel);
        }
    }

    public async Task RunAsync(Guid batchId, CancellationToken cancel = default)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var next = await db.DebitLines.Where(l => l.BatchId == batchId && l.State == DebitLineState.Collected)
                .OrderBy(l => l.CommunityId).ThenBy(l => l.Sequence).Select(l => new { l.Id, l.CommunityId }).Take(LinesAtOnce).ToListAsync(cancel);
            if (next.Count == 0)
            {
                break;
            }

            var community = next[0].CommunityId;
            await booking.PrepareAsync(community);
            await BookAsync(community, [.. next.Where(l => l.CommunityId == community).Select(l => l.Id)], cancel);
        }

        await SettleAsync(batchId, cancel);
    }

    /// <summary>Ends the batch when every line is decided.</summary>
    public async Task SettleAsync(Guid batchId, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.DebitBatches.Where(b => b.Id == batchId).ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancel);
        if (!await db.DebitLines.AnyAsync(l => l.BatchId == batchId && (l.State == DebitLineState.Waiting || l.State == DebitLineState.Collected || l.State == DebitLineState.Held), cancel))
        {
            (await db.DebitBatches.SingleAsync(b => b.Id == batchId, cancel)).Settle(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    // What the books refuse of several is found one by one; the refused one waits for a person and stops no other.
    private async Task BookAsync(Guid communityId, Guid[] lines, CancellationToken cancel)
    {
        try
        {
            await BookTogetherAsync(communityId, lines, cancel);
        }
        catch (RuleViolation refusal)
        {
            db.ChangeTracker.Clear();
            if (lines is [var only])
            {
                (await db.DebitLines.SingleAsync(l => l.Id == only, cancel)).Hold(Texts.Of(refusal));
                await db.SaveChangesAsync(cancel);
                return;
            }

            foreach (var line in lines)
            {
                await BookAsync(communityId, [line], cancel);
            }
        }
    }

    private async Task BookTogetherAsync(Guid communityId, Guid[] ids, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await booking.HoldAsync(communityId, cancel);
        var lines = await db.DebitLines.Include(l => l.Bills).Where(l => ids.Contains(l.Id) && l.State == DebitLineState.Collected).OrderBy(l => l.Sequence).ToListAsync(cancel);
        var owners = lines.ConvertAll(l => l.OwnerId);
        var payers = await db.Owners.Where(o => owners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        foreach (var line in lines)
        {
            var turn = await booking.BeginAsync(payers[line.OwnerId]);
            Guid[] bills = [.. line.Bills.Where(b => b.HeldBillId is not null).Select(b => b.BillId)];
            var receipt = await booking.BookAsync(
                turn, line.Id, [new Tender(PaymentMethod.DirectDebit, line.Amount, line.Key)], bills, line.BankDate, chosenOnly: true);
            var prepaid = receipt.Payment.Prepaid;
            line.Book(receipt.Payment, prepaid.IsZero ? null : Texts.Of("扣款 {0} 中的 {1} 所对应的账单已另行缴清，已转入预存款，请告知业主。", line.Amount, prepaid));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
