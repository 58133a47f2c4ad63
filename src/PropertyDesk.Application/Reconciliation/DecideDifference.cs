using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>Decides the differences of a day and closes it.</summary>
public sealed class DecideDifference(DeskDbContext db, PaymentBooking booking, ChannelCheck check, TimeProvider clock)
{
    /// <summary>Money that only the statement knows: books it to an owner. An order of ours that it paid is paid by it.</summary>
    /// <returns>The receipt's number.</returns>
    public async Task<string> BookAsync(Guid itemId, Guid ownerId)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        await booking.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var order = await HeldOrderAsync(itemId);
        var turn = await booking.BeginAsync(owner);
        var item = await FindAsync(itemId);
        if (item.Kind != ReconciliationKind.OnlyTheirs || item.Theirs <= Money.Zero)
        {
            throw new RuleViolation("只有仅对方有的收款可以入账。");
        }

        var receipt = await booking.BookAsync(turn, item.Id, [new Tender(item.Day.Source.Method(), item.Theirs, item.TransactionId)], [], item.Day.Day);
        item.Decide(Texts.Of("入账：{0}，收据 {1}", owner.Name, receipt.Display), db.Acting(clock));
        item.Match(receipt.Payment.Tenders[0]);
        if (order is { State: not ChannelOrderState.Paid } && order.Amount == item.Theirs)
        {
            order.Paid(receipt.Payment, item.TransactionId, item.OccurredAt ?? clock.GetUtcNow());
        }

        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
        await transaction.CommitAsync();
        return receipt.Display;
    }

    /// <summary>Asks the channel about an order of ours that only the statement knows as paid, and books it.</summary>
    public async Task AskChannelAsync(Guid itemId, CancellationToken cancel = default)
    {
        var item = await FindAsync(itemId);
        if (!Guid.TryParseExact(item.OrderNumber, "n", out var order) || !await db.ChannelOrders.AnyAsync(o => o.Id == order, cancel))
        {
            throw new RuleViolation("渠道的商户订单号 {0} 不是我们的，请入账到业主或写明处理。", [item.OrderNumber]);
        }

        await check.AskAsync(order, cancel);
        db.ChangeTracker.Clear();
        item = await FindAsync(itemId);
        item.Match(await db.PaymentTenders.FirstOrDefaultAsync(t => t.Method == item.Day.Source.Method() && t.TransactionId == item.TransactionId, cancel));
        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
    }

    /// <summary>Says why a difference is in order, or what is done about it.</summary>
    public async Task ExplainAsync(Guid itemId, string? decision)
    {
        (await FindAsync(itemId)).Decide(decision, db.Acting(clock));
        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
    }

    /// <summary>Closes the day; of a channel or an acquirer, its money counts as settled: in the bank, less the fee.</summary>
    /// <exception cref="RuleViolation">A difference is not decided, or the day is closed.</exception>
    public async Task CloseAsync(Guid dayId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.ReconciledDays.Where(d => d.Id == dayId).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version));
        var day = NotFoundException.Check(await db.ReconciledDays.Include(d => d.Items).ThenInclude(i => i.Payment).AsSplitQuery().FirstOrDefaultAsync(d => d.Id == dayId), dayId);
        day.Close(db.Acting(clock));
        if (day.Source.PaysOut())
        {
            await SettleAsync(day);
        }

        await db.SaveOrRefuseAsync(ReconciliationQueries.Changed);
        await transaction.CommitAsync();
    }

    // What both sides know by the same amount, and what was posted by the statement's: the rest was decided in words, and is
    // not in the bank by this statement.
    private async Task SettleAsync(ReconciledDay day)
    {
        var (today, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var posted = await db.DifferencePostings.Where(p => p.Item.DayId == day.Id && (p.ReleasedAt == null || p.PaymentId != null)).ToDictionaryAsync(p => p.ItemId, p => p.CommunityId);
        Guid? Where(ReconciliationItem item) => item.Kind == ReconciliationKind.Matched ? item.Payment!.CommunityId : posted.TryGetValue(item.Id, out var community) ? community : null;
        foreach (var part in day.Items.Where(i => Where(i) is not null).GroupBy(i => Where(i)!.Value))
        {
            var community = await db.Communities.SingleAsync(c => c.Id == part.Key);
            var settlement = new Settlement(community, day, Money.Sum(part.Select(i => i.Theirs)), Money.Sum(part.Select(i => i.Fee)));
            db.Add(settlement);
            if (!settlement.Gross.IsZero || !settlement.Fee.IsZero)
            {
                db.Add(LedgerPosting.ChannelSettled(settlement, today, now));
            }
        }
    }

    // Before the book: from here on the channel tells nothing of this order.
    private async Task<ChannelOrder?> HeldOrderAsync(Guid itemId)
    {
        var number = await db.ReconciliationItems.Where(i => i.Id == itemId).Select(i => i.OrderNumber).FirstOrDefaultAsync();
        if (!Guid.TryParseExact(number, "n", out var id))
        {
            return null;
        }

        await db.ChannelOrders.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version));
        return await db.ChannelOrders.FirstOrDefaultAsync(o => o.Id == id);
    }

    private async Task<ReconciliationItem> FindAsync(Guid id)
    {
        var item = NotFoundException.Check(await db.ReconciliationItems.Include(i => i.Day).FirstOrDefaultAsync(i => i.Id == id), id);
        // Whoever closes the day at this moment closes another state of it, and is told so.
        item.Day.Changes();
        return item;
    }
}
