using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Imports;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>Holds the books against what people and the gateway were told. Whatever breaks here is lost or doubled money.</summary>
internal static class BooksCheck
{
    private static readonly ActKind[] Receipted = [ActKind.Pay, ActKind.Prepay, ActKind.Void, ActKind.Refund];

    /// <summary>What was answered in between is in the books, once and as it was answered.</summary>
    public static async Task HoldsAsync(World world, Requests requests, IReadOnlyCollection<Act> answered)
    {
        var acts = answered.Where(a => Receipted.Contains(a.Kind)).ToDictionary(a => a.Id);
        var ids = acts.Keys.ToList();
        var found = await world.See(db => db.Receipts.Where(r => ids.Contains(r.Payment.RequestId))
            .Select(r => new { r.Payment.RequestId, r.Payment.OwnerId, r.Payment.Amount, r.Book, r.Number, Reds = db.Payments.Count(p => p.ReversesId == r.PaymentId) }).ToListAsync());
        Assert.Equal(ids.Order(), found.Select(f => f.RequestId).Order());
        foreach (var receipt in found)
        {
            var act = acts[receipt.RequestId];
            Assert.Equal((act.SubjectId, new Money(act.Value)), (receipt.OwnerId, receipt.Amount));
            Assert.Equal(requests.Answers[act.Id], Domain.Payments.Receipt.Format(receipt.Book, receipt.Number));
            Assert.Equal(act.Kind is ActKind.Void or ActKind.Refund ? 1 : 0, receipt.Reds);
        }
    }

    /// <summary>The books are sound, and no number is missing or given twice.</summary>
    public static async Task IsSoundAsync(World world)
    {
        Assert.Empty((await world.Database.In(world.Company, (LedgerAudit a) => a.RunAsync())).Broken);
        var numbers = await world.See(db => db.Receipts.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        var uses = await world.See(db => db.PurseUses.OrderBy(u => u.Number).Select(u => u.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, uses.Count), uses);
        var purses = await world.See(db => db.Purses.Select(p => new { p.Balance, Entries = db.PurseEntries.Where(e => e.PurseId == p.Id).Sum(e => e.Amount.Fen) }).ToListAsync());
        Assert.All(purses, p => Assert.Equal(p.Entries, p.Balance.Fen));
        Assert.Equal(0, await world.See(db => db.JournalLines.SumAsync(l => l.Amount.Fen)));
    }

    /// <summary>Everything was answered: each request happened once, nothing else happened, and the gateway's truth is ours.</summary>
    public static async Task IsCompleteAsync(World world, Requests requests)
    {
        Assert.Empty(requests.Waiting);
        await HoldsAsync(world, requests, requests.All);
        await IsSoundAsync(world);
        var debited = await DebitedAsync(world);
        await MoneyIsWhatWasAskedAsync(world, requests, debited);
        await GatewayIsHeldAsync(world, requests);
        var runs = await world.See(db => db.BillRuns.Select(r => r.State).ToListAsync());
        Assert.Equal(Enumerable.Repeat(BillRunState.Published, 1 + Count(requests, ActKind.Publish)), runs);
        await ImportsAreWholeAsync(world, requests);
        var used = requests.All.Where(a => a.Kind == ActKind.UsePurse && requests.Answers[a.Id].Length > 0).Select(a => a.Id).Order();
        Assert.Equal(used, (await world.See(db => db.PurseUses.Where(u => u.BillRunId == null).Select(u => u.RequestId).ToListAsync())).Order());
    }

    /// <summary>Each community that was imported is there once, with all of its units and their owners.</summary>
    private static async Task ImportsAreWholeAsync(World world, Requests requests)
    {
        var wanted = requests.All.Where(a => a.Kind == ActKind.Import).Select(a => (Name: a.Id.ToString("n"), Units: (int)a.Value, Owners: (int)a.Value)).Order();
        var found = await world.See(db => db.Communities.Where(c => c.Id != world.Community)
            .Select(c => new { c.Name, Units = db.Units.Count(u => u.CommunityId == c.Id), Owners = db.Ownerships.Where(o => o.CommunityId == c.Id).Select(o => o.OwnerId).Distinct().Count() }).ToListAsync());
        Assert.Equal(wanted, found.Select(c => (c.Name, c.Units, c.Owners)).Order());
        Assert.Equal(Count(requests, ActKind.Import), await world.See(db => db.ImportBatches.CountAsync(b => b.State == ImportState.Confirmed)));
    }

    private static async Task MoneyIsWhatWasAskedAsync(World world, Requests requests, List<(string Key, long Fen)> debited)
    {
        var payments = Receipted.Sum(k => Count(requests, k)) + Count(requests, ActKind.Void) + Count(requests, ActKind.Refund) + Count(requests, ActKind.Order) + Count(requests, ActKind.Return) + debited.Count;
        Assert.Equal(payments, await world.See(db => db.Payments.CountAsync()));
        Assert.Equal(Sum(requests, ActKind.Pay), await BalanceAsync(world, Account.Cash));
        Assert.Equal(Sum(requests, ActKind.Prepay) + debited.Sum(d => d.Fen), await BalanceAsync(world, Account.Bank));
    }

    /// <summary>Every file that went out was answered, and what the bank collected by it is booked once, line by line.</summary>
    private static async Task<List<(string Key, long Fen)>> DebitedAsync(World world)
    {
        var batches = await world.See(db => db.DebitBatches.OrderBy(b => b.Number).Select(b => new { b.Id, b.Number, b.State }).ToListAsync());
        Assert.All(batches, b => Assert.Equal(DebitBatchState.Settled, b.State));
        Assert.Equal(Enumerable.Range(1, batches.Count), batches.Select(b => b.Number!.Value));
        var collected = new List<(string Key, long Fen)>();
        foreach (var batch in batches)
        {
            collected.AddRange(TheBank.Collected((await world.Database.In(world.Company, (DebitBatches b) => b.FileAsync(batch.Id))).Content));
        }

        var booked = await world.See(db => db.PaymentTenders.Where(t => t.Method == PaymentMethod.DirectDebit).Select(t => new { t.TransactionId, t.Amount.Fen }).ToListAsync());
        Assert.Equal(collected.Order(), booked.Select(t => (t.TransactionId!, t.Fen)).Order());
        Assert.Equal(0, await world.See(db => db.DebitLineBills.CountAsync(b => b.HeldBillId != null)));
        return collected;
    }

    private static async Task GatewayIsHeldAsync(World world, Requests requests)
    {
        var orders = await world.See(db => db.ChannelOrders.AsNoTracking().Include(o => o.Payment).ToListAsync());
        Assert.Equal(requests.All.Where(a => a.Kind == ActKind.Order).Select(a => a.Id).Order(), orders.Select(o => o.RequestId).Order());
        Assert.Equal(world.Gateway.Orders.Select(o => o.Number), orders.Select(o => o.Number).Order(StringComparer.Ordinal));
        var refunds = (await world.See(db => db.Refunds.AsNoTracking().Where(r => r.State == RefundState.Done).ToListAsync())).ToDictionary(r => ChannelOrder.NumberOf(r.Id));
        foreach (var order in orders)
        {
            var there = world.Gateway.Find(order.Number)!;
            Assert.NotNull(there.PaidAt);
            Assert.Equal((ChannelOrderState.Paid, there.TransactionId, there.Fen), (order.State, order.TransactionId, order.Payment!.Amount.Fen));
            Assert.All(there.Refunds, r => Assert.Equal((r.IsDone, r.Fen), (true, refunds[r.Number].Amount.Fen)));
        }

        Assert.Equal(Count(requests, ActKind.Return), world.Gateway.Orders.Sum(o => o.Refunds.Count));
        Assert.Equal(world.Gateway.Balance, await BalanceAsync(world, Account.ChannelClearing));
        Assert.Equal(0, await world.See(db => db.ChannelCases.CountAsync()));
    }

    /// <summary>Whatever was answered to the gateway as taken is in the books, at any moment.</summary>
    public static async Task HoldsWhatTheGatewayWasToldAsync(World world)
    {
        var taken = world.Gateway.Orders.Where(o => o.IsTaken).Select(o => o.TransactionId).ToList();
        var back = world.Gateway.Orders.SelectMany(o => o.Refunds).Where(r => r.IsTaken).Select(r => Guid.ParseExact(r.Number, "n")).ToList();
        Assert.Equal(taken.Count, await world.See(db => db.PaymentTenders.CountAsync(t => t.Amount.Fen > 0 && taken.Contains(t.TransactionId))));
        Assert.Equal(back.Count, await world.See(db => db.Refunds.CountAsync(r => back.Contains(r.Id) && r.State == RefundState.Done && r.RedPaymentId != null)));
    }

    private static int Count(Requests requests, ActKind kind) => requests.All.Count(a => a.Kind == kind);

    private static long Sum(Requests requests, ActKind kind) => requests.All.Where(a => a.Kind == kind).Sum(a => a.Value);

    private static Task<long> BalanceAsync(World world, Account account) => world.See(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen));
}
