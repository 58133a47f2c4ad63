using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.GatewaySim;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>Orders, notices, silence, lies: the money of a channel is booked exactly once or becomes a case.</summary>
[Collection(nameof(Gateway))]
public sealed class PayingOnline
{
    public static TheoryData<ChannelKind> Kinds => [ChannelKind.WeChatPay, ChannelKind.Alipay];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_owner_pays_and_the_notice_books_it(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var due = await desk.DueAsync(desk.Till.Own.Li);

        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        Assert.Equal((ChannelOrderState.Offered, due), (order.State, order.Amount));
        Assert.StartsWith(kind == ChannelKind.WeChatPay ? "weixin://" : "https://qr.alipay.com/", order.PayAddress, StringComparison.Ordinal);
        var paid = desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        order = await desk.FindAsync(order.Id);
        Assert.Equal((ChannelOrderState.Paid, paid.TransactionId), (order.State, order.TransactionId));
        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Li));
        var payment = await desk.Till.WithAsync((PaymentQueries q) => q.FindAsync(order.PaymentId!.Value));
        Assert.Equal((kind.Method(), "A-000001", due), (payment.Tenders.Single().Method, payment.Receipt, payment.Amount));
        Assert.Equal(due, await BalanceAsync(desk, Account.ChannelClearing));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_notice_fifty_times_at_once_books_once(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Zhang, kind);
        (desk.Gateway.Knobs.Copies, desk.Gateway.Knobs.Parallel) = (50, true);

        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(1, await desk.PaymentsAsync());
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.ChannelNotices.CountAsync()));
        Assert.Empty(await desk.CasesAsync());
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_silent_channel_is_asked(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        await desk.SweepAsync();
        Assert.Equal(ChannelOrderState.Offered, (await desk.FindAsync(order.Id)).State);
        desk.Gateway.Knobs.DropPercent = 100;
        desk.Gateway.Pay(order.Number);

        await desk.SweepAsync();
        await desk.SweepAsync();
        // The notice comes after all.
        desk.Gateway.Knobs.DropPercent = 0;
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(order.Id)).State);
        Assert.Equal(1, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Notices_in_another_order_than_paid_book_each_its_own(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Knobs.Shuffle = true;
        var (one, two) = (await desk.StartAsync(desk.Till.Own.Zhang, kind), await desk.StartAsync(desk.Till.Own.Li, kind));
        desk.Gateway.Pay(one.Number);
        desk.Gateway.Pay(two.Number);
        desk.Gateway.Notifier.LetGo();
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(Money.Zero, await desk.DueAsync(desk.Till.Own.Zhang) + await desk.DueAsync(desk.Till.Own.Li));
        Assert.Equal(new Money(desk.Gateway.Balance), await BalanceAsync(desk, Account.ChannelClearing));
        await desk.AssertSoundAsync();
    }

    public static TheoryData<ChannelKind, string> Lies
    {
        get
        {
            var lies = new TheoryData<ChannelKind, string>();
            foreach (var kind in Enum.GetValues<ChannelKind>())
            {
                foreach (var lie in new[] { "key", "merchant", "tamper" })
                {
                    lies.Add(kind, lie);
                }
            }

            lies.Add(ChannelKind.WeChatPay, "late");
            lies.Add(ChannelKind.WeChatPay, "early");
            lies.Add(ChannelKind.WeChatPay, "probe");
            return lies;
        }
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task What_is_not_proven_is_refused_and_changes_nothing(ChannelKind kind, string lie)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        var (knobs, refused) = (desk.Gateway.Knobs, desk.Gateway.Notifier.Refused);
        (knobs.WrongKey, knobs.ForeignMerchant, knobs.Tamper, knobs.SignatureProbe) = (lie == "key", lie == "merchant", lie == "tamper", lie == "probe");
        knobs.ClockOff = lie == "late" ? -301 : lie == "early" ? 301 : 0;
        knobs.RetryAfter = [0.01];

        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(2, desk.Gateway.Notifier.Refused - refused);
        Assert.Equal((0, 0), (await desk.PaymentsAsync(), await desk.Till.SeeAsync(db => db.ChannelNotices.CountAsync())));
        Assert.Empty(await desk.CasesAsync());
        // Asked with a true signature, the channel tells the truth: nothing is lost by refusing.
        desk.Gateway.Reset();
        Assert.Equal(ChannelOrderState.Offered, (await desk.FindAsync(order.Id)).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_amount_becomes_a_case_that_somebody_books(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        desk.Gateway.Knobs.AmountOff = -100;
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        await desk.SweepAsync();

        var found = Assert.Single(await desk.CasesAsync());
        Assert.Equal((ChannelCaseReason.AmountDiffers, order.Amount - Money.Exact(1m)), (found.Reason, found.Amount));
        Assert.Equal(0, await desk.PaymentsAsync());
        Task<string> Book() => desk.Till.WithAsync((ChannelCases c) => c.BookAsync(found.Id, desk.Till.Own.Li.Id, "少付一元"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () => await Record.ExceptionAsync(Book))));

        Assert.Single(answers, a => a is null);
        Assert.Equal(Money.Exact(1m), await desk.DueAsync(desk.Till.Own.Li));
        Assert.Equal(1, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task An_order_of_another_company_is_not_ours_even_at_the_same_merchant()
    {
        var desk = await ChannelDesk.OpenAsync();
        await desk.SetUpAsync(desk.Till.Desk.Foreign);
        var order = await desk.StartAsync(desk.Till.Own.Li, ChannelKind.WeChatPay);
        var paid = desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();
        var told = new ChannelEvent(
            ChannelEventKind.Paid, GatewayKeys.MerchantId, GatewayKeys.WeChatAppId, paid.TransactionId + ":paid", order.Number, paid.TransactionId!, order.Amount, "CNY", desk.Till.Desk.Clock.GetUtcNow());

        var outcome = await desk.Till.Desk.In(desk.Till.Desk.Foreign, (ChannelInbox inbox) => inbox.TakeAsync(ChannelKind.WeChatPay, told));

        Assert.Equal(NoticeOutcome.Case, outcome);
        Assert.Equal(1, await desk.PaymentsAsync());
        Assert.Empty(await desk.CasesAsync());
        Assert.Equal(0, await desk.Till.Desk.In(desk.Till.Desk.Foreign, (Application.DeskDbContext db) => db.Payments.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Money_for_bills_that_the_desk_took_meanwhile_is_prepaid(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));
        desk.Gateway.Pay(order.Number);
        await desk.Gateway.Notifier.IdleAsync();

        Assert.Equal(2, await desk.PaymentsAsync());
        Assert.Equal(order.Amount, await desk.Till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_lost_answer_and_a_failing_channel_are_made_up_for(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        desk.Gateway.Knobs.LoseNext = 1;
        var order = await desk.StartAsync(desk.Till.Own.Li, kind);
        Assert.Equal(ChannelOrderState.Created, order.State);
        Assert.NotNull(order.LastProblem);

        desk.Gateway.Knobs.FailNext = 1;
        await desk.Till.WithAsync((PayOnline p) => p.OfferAsync(order.Id));
        Assert.Equal(ChannelOrderState.Created, (await desk.FindAsync(order.Id)).State);
        await desk.Till.WithAsync((PayOnline p) => p.OfferAsync(order.Id));
        Assert.Equal(ChannelOrderState.Offered, (await desk.FindAsync(order.Id)).State);
        // Paid, and nobody is told; the channel fails when it is first asked.
        desk.Gateway.Knobs.DropPercent = 100;
        desk.Gateway.Pay(order.Number);
        desk.Gateway.Knobs.FailNext = 1;
        await desk.SweepAsync();
        Assert.NotNull((await desk.FindAsync(order.Id)).LastProblem);
        await desk.SweepAsync();

        Assert.Equal(ChannelOrderState.Paid, (await desk.FindAsync(order.Id)).State);
        Assert.Equal(1, await desk.PaymentsAsync());
        await desk.AssertSoundAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_try_ends_the_first_or_finds_it_paid(ChannelKind kind)
    {
        var desk = await ChannelDesk.OpenAsync();
        var first = await desk.StartAsync(desk.Till.Own.Li, kind);
        // Somebody scanned it: before that Alipay knows nothing to close.
        desk.Gateway.Find(first.Number)!.IsScanned = true;
        var second = await desk.StartAsync(desk.Till.Own.Li, kind == ChannelKind.Alipay ? ChannelKind.WeChatPay : ChannelKind.Alipay);
        Assert.Equal("CLOSED", desk.Gateway.Find(first.Number)!.State);
        desk.Gateway.Knobs.DropPercent = 100;
        desk.Gateway.Pay(second.Number);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.StartAsync(desk.Till.Own.Li, kind));

        Assert.Equal("之前的线上支付已经成功，款项已入账，请刷新。", refused.Key);
        Assert.Equal((ChannelOrderState.Closed, ChannelOrderState.Paid), ((await desk.FindAsync(first.Id)).State, (await desk.FindAsync(second.Id)).State));
        Assert.Equal(1, await desk.PaymentsAsync());
    }

    [Fact]
    public async Task One_page_makes_one_order()
    {
        var desk = await ChannelDesk.OpenAsync();
        var request = new PayOnlineRequest(Guid.NewGuid(), desk.Till.Own.Li.Id, [], await desk.DueAsync(desk.Till.Own.Li), ChannelWay.Native);

        var orders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Till.WithAsync((PayOnline p) => p.StartAsync(request)))));

        Assert.Single(orders.Distinct());
        Assert.Single(desk.Gateway.Orders);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((PayOnline p) => p.StartAsync(request with { RequestId = Guid.NewGuid(), SeenTotal = Money.Exact(1m) })));
    }

    [Fact]
    public async Task Secrets_are_encrypted_in_the_database()
    {
        var desk = await ChannelDesk.OpenAsync();
        var account = await desk.Till.SeeAsync(db => db.ChannelAccounts.SingleAsync(a => a.Kind == ChannelKind.WeChatPay));

        Assert.DoesNotContain(desk.Gateway.Keys.ApiKey, account.ProtectedApiKey!, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", account.ProtectedPrivateKey, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((ChannelAccounts a) => a.ChangeAsync(
            ChannelKind.Alipay, new ChannelIdentity("1", "2", null, null, "no key"), null, null, isOffered: true)));
    }

    private static async Task<Money> BalanceAsync(ChannelDesk desk, Account account) =>
        new(await desk.Till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));
}
