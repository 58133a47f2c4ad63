using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>One payment in several tenders, money in advance, and a channel's money that is booked once.</summary>
public sealed class PayingInSeveralWays
{
    [Fact]
    public async Task Cash_a_card_and_a_code_make_one_receipt()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);
        var (cash, card) = (Money.Exact(100m), Money.Exact(200m));

        var taken = await till.TakeAsync(request with
        {
            Tenders = [new(PaymentMethod.Cash, cash), new(PaymentMethod.BankCard, card, "S-1"), new(PaymentMethod.QrCode, request.SeenTotal - cash - card, "Q-1")],
        });

        Assert.Equal(cash, await LedgerAsync(till, Account.Cash));
        Assert.Equal(request.SeenTotal - cash, await LedgerAsync(till, Account.ChannelClearing));
        Assert.Equal((await till.WithAsync((PaymentQueries q) => q.FindAsync(taken.PaymentId))).Tenders, (IEnumerable<Tender>)
            [new(PaymentMethod.Cash, cash), new(PaymentMethod.BankCard, card, "S-1"), new(PaymentMethod.QrCode, request.SeenTotal - cash - card, "Q-1")]);
        var sums = (await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(DateOnly.MinValue, DateOnly.MaxValue)))).Sums;
        Assert.Equal(new[] { (PaymentMethod.Cash, 1, cash), (PaymentMethod.BankCard, 1, card) }, sums.Take(2).Select(s => (s.Method, s.Count, s.Amount)));
        await SoundAsync(till);
    }

    [Fact]
    public async Task More_than_is_owed_goes_into_the_purse_only_where_asked_and_pays_the_next_bill()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Li);
        var more = request.SeenTotal + Money.Exact(50m);
        await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(request.Paying(more)));

        await till.TakeAsync(request.Paying(more) with { RestToPurse = true });
        Assert.Equal(Money.Exact(50m), await PurseAsync(till));
        var prepaid = await till.TakeAsync(new PaymentRequest(Guid.NewGuid(), till.Own.Li.Id, [], Money.Zero, [new(PaymentMethod.Cash, Money.Exact(10m))], RestToPurse: true));
        Assert.Equal(Money.Exact(60m), await PurseAsync(till));
        // The receipt says whose it is where it pays no bill, too.
        var receipt = await till.WithAsync((PaymentQueries q) => q.FindAsync(prepaid.PaymentId));
        Assert.Equal((0, await till.SeeAsync(db => db.Ownerships.Where(o => o.OwnerId == till.Own.Li.Id).Select(o => o.Unit.Code).SingleAsync())), (receipt.Lines.Count, receipt.Units()));

        await PublishNextAsync(till);
        var next = await till.AskAsync(till.Own.Li);
        await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(next.Paying(Money.Exact(60.01m), PaymentMethod.Purse)));
        await till.TakeAsync(next with { Tenders = [new(PaymentMethod.Purse, Money.Exact(60m)), new(PaymentMethod.Cash, next.SeenTotal - Money.Exact(60m))] });

        Assert.Equal(Money.Zero, await PurseAsync(till));
        Assert.Equal(Money.Zero, (await till.AskAsync(till.Own.Li)).SeenTotal);
        await SoundAsync(till);
    }

    [Fact]
    public async Task Who_wants_the_rest_kept_pays_no_bill_that_was_not_ticked()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Li);
        var bills = await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == till.Own.Li.Id).OrderBy(b => b.Period).ToListAsync());
        var (first, other) = (bills[0], bills[^1]);

        await till.TakeAsync(request.Paying(first.Outstanding + Money.Exact(10m)) with { BillIds = [first.Id], RestToPurse = true });

        Assert.Equal(Money.Exact(10m), await PurseAsync(till));
        Assert.Equal((Money.Zero, other.Outstanding), await till.SeeAsync(async db => ((await db.Bills.SingleAsync(b => b.Id == first.Id)).Outstanding, (await db.Bills.SingleAsync(b => b.Id == other.Id)).Outstanding)));
        await SoundAsync(till);
    }

    [Fact]
    public async Task The_same_purse_is_spent_once()
    {
        var till = await Till.OpenAsync();
        var owed = await till.AskAsync(till.Own.Li);
        await till.TakeAsync(owed.Paying(owed.SeenTotal + Money.Exact(50m)) with { RestToPurse = true });
        await PublishNextAsync(till);
        var next = (await till.AskAsync(till.Own.Li)).Paying(Money.Exact(50m), PaymentMethod.Purse);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => till.TryTakeAsync(next with { RequestId = Guid.NewGuid() })));

        Assert.Single(answers, answer => answer.StartsWith("A-", StringComparison.Ordinal));
        Assert.Equal(Money.Zero, await PurseAsync(till));
        await SoundAsync(till);
    }

    [Fact]
    public async Task A_channel_is_not_taken_at_the_desk_and_its_transaction_is_booked_once()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);
        await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(request.Paying(request.SeenTotal, PaymentMethod.WeChatPay, "42000001")));

        await BookAsync(till, Money.Exact(1000m));
        await Assert.ThrowsAsync<DbUpdateException>(() => BookAsync(till, Money.Exact(1000m)));

        Assert.Equal(Money.Exact(1000m), await LedgerAsync(till, Account.ChannelClearing));
        await SoundAsync(till);
    }

    private static async Task BookAsync(Till till, Money amount)
    {
        await using var scope = till.Desk.Enter();
        var (db, booking) = (scope.ServiceProvider.GetRequiredService<DeskDbContext>(), scope.ServiceProvider.GetRequiredService<PaymentBooking>());
        var payer = await db.Owners.SingleAsync(o => o.Id == till.Own.Zhang.Id);
        await booking.PrepareAsync(payer.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await booking.BookAsync(await booking.BeginAsync(payer), Guid.NewGuid(), [new(PaymentMethod.WeChatPay, amount, "42000001")], []);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static async Task PublishNextAsync(Till till)
    {
        var run = await till.WithAsync((BillRuns r) => r.DraftAsync(till.Own.Community.Id, Till.April.Next));
        await till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId));
    }

    private static async Task<Money> LedgerAsync(Till till, Account account) =>
        new(await till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));

    private static async Task<Money> PurseAsync(Till till) => new(await till.SeeAsync(db => db.Purses.SumAsync(p => p.Balance.Fen)));

    private static async Task SoundAsync(Till till) => Assert.True((await till.WithAsync((LedgerAudit a) => a.RunAsync())).IsSound);
}
