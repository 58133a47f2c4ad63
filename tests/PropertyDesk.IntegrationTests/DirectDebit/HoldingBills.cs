using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>What the bank is asked to collect takes no money in another way; and where it came meanwhile, nothing is lost.</summary>
public sealed class HoldingBills
{
    [Fact]
    public async Task The_desk_sees_the_bill_and_cannot_take_money_for_it()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        var (owner, bill) = (desk.Owners[0].Id, await desk.BillAsync(0));
        await desk.MakeAsync();

        var dues = await DuesAsync(desk);
        Assert.Equal((Money.Zero, Money.Exact(10m)), (dues.Total, dues.InCollection));
        Assert.False(dues.Units.Single().Bills.Single().Held!.IsExported);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => TakeAsync(desk, [bill.Id], Money.Zero));
        Assert.Equal([bill.Number], refused.Arguments);
        await Assert.ThrowsAsync<RuleViolation>(() => TakeAsync(desk, [], Money.Zero));
        await Assert.ThrowsAsync<RuleViolation>(() => TakeAsync(desk, [], Money.Exact(10m)));

        await desk.Desk.In((DebitBatches b) => b.TakeOutBillAsync(bill.Id));
        await TakeAsync(desk, [bill.Id], Money.Exact(10m));

        Assert.Equal(Money.Zero, (await desk.BillAsync(0)).Outstanding);
        Assert.Single((await desk.LinesAsync(await BatchAsync(desk))), l => l.State == DebitLineState.TakenOut);
        Assert.Equal(["业主2"], desk.Bank.Read(await desk.ExportAsync(await BatchAsync(desk))).Lines.Select(l => l.Holder));
        var sent = await desk.BillAsync(1);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DebitBatches b) => b.TakeOutBillAsync(sent.Id)));
        Assert.True((await DuesAsync(desk, 1)).Units.Single().Bills.Single().Held!.IsExported);
    }

    [Fact]
    public async Task Prepaid_money_and_corrections_leave_it_alone()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m);
        var bill = await desk.BillAsync(0);
        await desk.Desk.In((TakePayment t) => t.RunAsync(new PaymentRequest(Guid.NewGuid(), desk.Owners[0].Id, [], Money.Zero, [new Tender(PaymentMethod.QrCode, Money.Exact(50m), "Q-1")], Into: PurseClass.General)));
        var line = await desk.Desk.See(db => db.BillLines.Where(l => l.BillId == bill.Id).Select(l => l.Id).SingleAsync());
        var waiver = await desk.Desk.As(Guid.NewGuid(), Role.Collector, (RequestCorrection r) => r.WaiveAsync(bill.Id, [new WaivedPart(line, null, Money.Exact(1m))], new CorrectionGrounds(CorrectionReason.Goodwill, "协商")));
        await desk.MakeAsync();

        Assert.Empty(await desk.Desk.In((ApplyPurse a) => a.PlanAsync(desk.Owners[0].Id, [])));
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((ApplyPurse a) => a.RunAsync(new PurseUseRequest(Guid.NewGuid(), desk.Owners[0].Id, [bill.Id], Money.Exact(10m)))));
        Assert.Equal([bill.Number], refused.Arguments);
        var held = await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.As(Guid.NewGuid(), Role.Manager, (DecideCorrection d) => d.ApproveAsync(waiver, null)));
        Assert.Equal([bill.Number], held.Arguments);
        await desk.AssertSoundAsync();
    }

    /// <summary>The channel's word comes late, about an order that was given up: the money is real and pays the bill that it was for.</summary>
    [Fact]
    public async Task Money_of_a_bill_paid_meanwhile_goes_into_the_purse_and_is_shown()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        var order = await ClosedOrderAsync(desk);
        var (batch, sent) = await desk.SendAsync();
        await desk.Desk.In((ChannelInbox i) => i.TakeAsync(ChannelKind.WeChatPay, new ChannelEvent(
            ChannelEventKind.Paid, "M", "A", "4200001:paid", order.Number, "4200001", Money.Exact(10m), "CNY", desk.Desk.Clock.GetUtcNow())));
        Assert.Equal(Money.Zero, (await desk.BillAsync(0)).Outstanding);

        await desk.ImportAsync(batch, desk.Answer(sent));

        var line = (await desk.LinesAsync(batch)).Single(l => l.IsCase);
        Assert.Equal((DebitLineState.Booked, desk.Owners[0].Id), (line.State, line.OwnerId));
        Assert.Contains(line.Id, (await desk.Desk.In((DebitQueries q) => q.WaitingAsync())).Select(l => l.Id));
        Assert.Equal(Money.Exact(10m), await desk.Desk.See(db => db.Purses.Where(p => p.OwnerId == desk.Owners[0].Id).Select(p => p.Balance).SingleAsync()));
        Assert.Equal(Money.Zero, await desk.OpenAsync());
        await desk.Desk.In((DecideDebitLine d) => d.CloseCaseAsync(line.Id, "已电话告知"));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DecideDebitLine d) => d.CloseCaseAsync(line.Id, "再来")));
        Assert.Empty(await desk.Desk.In((DebitQueries q) => q.WaitingAsync()));
        await desk.AssertSoundAsync();
    }

    /// <summary>A bill that changed after the batch was made is not sent to the bank.</summary>
    [Fact]
    public async Task A_bill_that_was_paid_before_the_file_went_out_is_named()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        var order = await ClosedOrderAsync(desk);
        var batch = await desk.MakeAsync();
        await desk.Desk.In((ChannelInbox i) => i.TakeAsync(ChannelKind.WeChatPay, new ChannelEvent(
            ChannelEventKind.Paid, "M", "A", "4200002:paid", order.Number, "4200002", Money.Exact(10m), "CNY", desk.Desk.Clock.GetUtcNow())));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.ExportAsync(batch));

        Assert.Equal("业主1", refused.Arguments[0]);
        await desk.Desk.In(async (DebitBatches b) => await b.TakeOutAsync((await desk.LinesAsync(batch)).Single(l => l.OwnerName == "业主1").Id));
        Assert.Single(desk.Bank.Read(await desk.ExportAsync(batch)).Lines);
    }

    [Fact]
    public async Task Whoever_is_paying_online_is_left_out_and_nobody_begins_to_while_the_bank_collects()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        await desk.Desk.In(async (DeskDbContext db) =>
        {
            var bill = await db.Bills.Include(b => b.Owner).SingleAsync(b => b.OwnerId == desk.Owners[0].Id);
            db.Add(new ChannelOrder(bill.Owner, ChannelWay.Native, [bill], Guid.NewGuid(), desk.Desk.Clock.GetUtcNow()));
            var account = new ChannelAccount(await db.Companies.SingleAsync(c => c.Id == desk.Desk.Company.Id), ChannelKind.WeChatPay);
            account.Change(new ChannelIdentity("1900000109", "wx0", "51", "PUB", "KEY"), new ProtectedSecrets("KEY", "KEY"), true, "刘敏", DateTimeOffset.UnixEpoch);
            db.Add(account);
            await db.SaveChangesAsync();
        });

        var plan = (await desk.Desk.In((DebitCandidates c) => c.PreviewAsync(desk.Everything))).Plan;
        Assert.Equal([("业主1", LeftOutReason.PayingOnline)], plan.LeftOut.Select(l => (l.Bill.OwnerName, l.Reason)));
        await desk.MakeAsync();
        var bill = await desk.BillAsync(1);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((PayOnline p) => p.StartAsync(new PayOnlineRequest(Guid.NewGuid(), desk.Owners[1].Id, [bill.Id], Money.Exact(20m), ChannelWay.Native))));
        Assert.Equal([bill.Number], refused.Arguments);
    }

    private static Task<OwnerDues> DuesAsync(DebitDesk desk, int owner = 0) => desk.Desk.In((OwnerDuesQuery q) => q.FindAsync(desk.Owners[owner].Id));

    private static Task<PaymentTaken> TakeAsync(DebitDesk desk, Guid[] bills, Money seen) => desk.Desk.In((TakePayment t) =>
        t.RunAsync(new PaymentRequest(Guid.NewGuid(), desk.Owners[0].Id, bills, seen, [new Tender(PaymentMethod.QrCode, Money.Exact(10m), "Q-1")])));

    private static Task<Guid> BatchAsync(DebitDesk desk) => desk.Desk.See(db => db.DebitBatches.Select(b => b.Id).SingleAsync());

    private static Task<ChannelOrder> ClosedOrderAsync(DebitDesk desk) => desk.Desk.In(async (DeskDbContext db) =>
    {
        var bill = await db.Bills.Include(b => b.Owner).SingleAsync(b => b.OwnerId == desk.Owners[0].Id);
        var order = new ChannelOrder(bill.Owner, ChannelWay.Native, [bill], Guid.NewGuid(), desk.Desk.Clock.GetUtcNow());
        order.Close(desk.Desk.Clock.GetUtcNow());
        db.Add(order);
        await db.SaveChangesAsync();
        return order;
    });
}
