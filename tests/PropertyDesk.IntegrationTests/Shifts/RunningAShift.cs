using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Shifts;

/// <summary>Float, cash, the bank, the count, the difference, and the person who accepts it.</summary>
public sealed class RunningAShift
{
    private readonly Guid _cashier = Guid.NewGuid();
    private readonly Guid _manager = Guid.NewGuid();

    [Fact]
    public async Task What_is_counted_is_set_against_what_must_be_there_and_the_difference_is_booked_when_accepted()
    {
        var (till, shift) = await OpenAsync(Money.Exact(200m));
        await TakeAsync(till, Money.Exact(300m));
        await RoomAsync(till, r => r.DepositAsync(Guid.NewGuid(), shift, Money.Exact(100m), "J-1"));
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.DepositAsync(Guid.NewGuid(), shift, Money.Exact(400.01m), null)));

        // 400 must be there; 3 hundreds and 1 fifty are.
        var count = new CashCount([3, 1, 0, 0, 0, 0, 0, 0]);
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.HandOverAsync(shift, count, null)));
        await RoomAsync(till, r => r.HandOverAsync(shift, count, "找零找错"));
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.AcceptAsync(shift)));
        await till.Desk.As(_manager, Role.Manager, (ShiftRoom r) => r.AcceptAsync(shift));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(_manager, Role.Manager, (ShiftRoom r) => r.AcceptAsync(shift)));

        var row = (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Row;
        Assert.Equal((ShiftState.Accepted, Money.Exact(400m), Money.Exact(-50m)), (row.State, row.Expected, row.Difference));
        Assert.Equal(Money.Exact(150m), await BalanceAsync(till, Account.Cash)); // 300 taken − 100 deposited − 50 missing
        Assert.Equal(Money.Exact(100m), await BalanceAsync(till, Account.Bank));
        Assert.Equal(Money.Exact(50m), await BalanceAsync(till, Account.TillDifference));
        Assert.True((await till.WithAsync((LedgerAudit a) => a.RunAsync())).IsSound);
    }

    [Fact]
    public async Task Cash_taken_to_the_bank_twice_by_one_form_is_booked_once()
    {
        var (till, shift) = await OpenAsync(Money.Exact(1000m));
        var form = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RoomAsync(till, r => r.DepositAsync(form, shift, Money.Exact(400m), "J-1")))));

        Assert.Equal([Money.Exact(400m)], await till.SeeAsync(db => db.BankDeposits.Select(d => d.Amount).ToListAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.DepositAsync(form, shift, Money.Exact(300m), "J-1")));
        await RoomAsync(till, r => r.DepositAsync(Guid.NewGuid(), shift, Money.Exact(400m), "J-2"));
        Assert.Equal(Money.Exact(200m), (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Till.Expected);
    }

    [Fact]
    public async Task Deposits_in_cash_lie_in_the_till_too()
    {
        var (till, shift) = await OpenAsync(Money.Exact(1000m));
        Task<Guid> HoldAsync(decimal yuan) => till.Desk.As(_cashier, Role.Manager, (HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(yuan))));
        await HoldAsync(500m);
        var second = await HoldAsync(300m);
        var receipt = await till.SeeAsync(async db => (await db.DepositEntries.SingleAsync(e => e.DepositId == second)).Receipt);
        await till.Desk.As(_cashier, Role.Manager, (HoldDeposits h) => h.RefundAsync(Guid.NewGuid(), second, receipt, PaymentMethod.Cash, null));

        var count = (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Till;
        Assert.Equal((Money.Exact(800m), Money.Exact(300m), Money.Exact(1500m)), (count.CashIn, count.CashRefunds, count.Expected));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(_manager, Role.Manager, (HoldDeposits h) =>
            h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(1m)))));
    }

    [Fact]
    public async Task A_cashier_has_one_open_shift_and_no_cash_without_it()
    {
        var (till, shift) = await OpenAsync(Money.Zero);
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.OpenAsync(till.Own.Community.Id, Money.Zero)));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(_manager, Role.Manager, (ShiftRoom r) => r.HandOverAsync(shift, new CashCount(new int[8]), null)));

        await RoomAsync(till, r => r.HandOverAsync(shift, new CashCount(new int[8]), null));
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => TakeAsync(till, Money.Exact(10m)));
        Assert.Equal("收付现金前请先开班。", refused.Key);
        await RoomAsync(till, r => r.OpenAsync(till.Own.Community.Id, Money.Zero));
        await TakeAsync(till, Money.Exact(10m));
    }

    [Fact]
    public async Task Cash_that_comes_while_the_till_is_counted_is_in_the_count_or_refused()
    {
        var (till, shift) = await OpenAsync(Money.Zero);
        var taking = TryAsync(() => TakeAsync(till, Money.Exact(50m)));
        var counting = TryAsync(() => RoomAsync(till, r => r.HandOverAsync(shift, new CashCount(new int[8]), "试点")));
        await Task.WhenAll(taking, counting);

        var row = (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift)));
        Assert.Equal(row.Till.Expected, row.Row.Expected);
        Assert.Equal(await taking ? Money.Exact(50m) : Money.Zero, row.Till.Expected);
    }

    [Fact]
    public async Task A_count_that_is_sent_back_is_made_anew_and_two_counts_that_differ_are_not_accepted()
    {
        var (till, shift) = await OpenAsync(Money.Exact(200m));
        Task ManagerAsync(Func<ShiftRoom, Task> act) => till.Desk.As(_manager, Role.Manager, act);
        await RoomAsync(till, r => r.HandOverAsync(shift, new CashCount([1, 1]), "少了五十"));

        await Assert.ThrowsAsync<RuleViolation>(() => ManagerAsync(r => r.AcceptAsync(shift, Money.Exact(200m))));
        await Assert.ThrowsAsync<RuleViolation>(() => ManagerAsync(r => r.SendBackAsync(shift, " ")));
        await Assert.ThrowsAsync<RuleViolation>(() => RoomAsync(till, r => r.SendBackAsync(shift, "自己退自己")));
        await ManagerAsync(r => r.SendBackAsync(shift, "抽屉里还有五十"));
        await Assert.ThrowsAsync<RuleViolation>(() => ManagerAsync(r => r.SendBackAsync(shift, "再退一次")));
        var open = (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Row;
        Assert.Equal((ShiftState.Open, "抽屉里还有五十", null, Money.Zero), (open.State, open.SentBackBecause, open.Reason, open.Difference));

        // What comes in meanwhile is of this shift; fen are counted too.
        await TakeAsync(till, new Money(7));
        await RoomAsync(till, r => r.HandOverAsync(shift, new CashCount([2, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0]), null));
        await ManagerAsync(r => r.AcceptAsync(shift, new Money(20007)));
        Assert.Equal((ShiftState.Accepted, Money.Zero), ((await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Row is var row ? row.State : default, row.Difference));
        Assert.Equal(0, await till.SeeAsync(db => db.JournalEntries.CountAsync(e => e.SourceId == shift && e.Kind == JournalKind.TillDiffers)));
    }

    [Fact]
    public async Task A_count_that_was_sent_back_is_told_on_the_cashiers_start_page()
    {
        var till = await Till.OpenAsync();
        var user = Guid.Empty;
        var cashier = await till.Desk.SignInAsync(id => Membership.OfStaff(till.Desk.Company, user = id, Role.Collector));
        var shift = await till.Desk.As(user, Role.Collector, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Zero));
        await till.Desk.As(user, Role.Collector, (ShiftRoom r) => r.HandOverAsync(shift, new CashCount([]), null));
        await till.Desk.As(_manager, Role.Manager, (ShiftRoom r) => r.SendBackAsync(shift, "抽屉里还有五十"));

        var home = System.Net.WebUtility.HtmlDecode(await cashier.GetStringAsync($"/{till.Desk.Company.Slug}/"));

        Assert.Contains("点款被退回：抽屉里还有五十", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_is_not_sent_back_into_the_cashiers_next_shift()
    {
        var (till, shift) = await OpenAsync(Money.Zero);
        await RoomAsync(till, r => r.HandOverAsync(shift, new CashCount([]), null));
        await RoomAsync(till, r => r.OpenAsync(till.Own.Community.Id, Money.Zero));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(_manager, Role.Manager, (ShiftRoom r) => r.SendBackAsync(shift, "重点")));

        Assert.Contains("下一班", refused.Key, StringComparison.Ordinal);
        Assert.Equal(ShiftState.Counted, (await till.WithAsync((ShiftQueries q) => q.FindAsync(shift))).Row.State);
    }

    [Fact]
    public async Task The_papers_of_a_shift_are_listed_with_what_was_taken_back()
    {
        var (till, shift) = await OpenAsync(Money.Zero);
        var request = (await till.AskAsync(till.Own.Li)).Paying(Money.Exact(20m), PaymentMethod.BankCard, "S-1");
        var taken = await till.Desk.As(_cashier, Role.Collector, (TakePayment t) => t.RunAsync(request));
        await till.Desk.As(_cashier, Role.Collector, (Application.Refunds.RefundRoom r) => r.VoidAsync(taken.PaymentId, "收错"));

        var found = await till.WithAsync((ShiftQueries q) => q.FindAsync(shift));

        Assert.Equal(["S-1"], found.Slips.Where(s => s.Amount > Money.Zero).Select(s => s.Reference));
        Assert.Equal(Money.Zero, Money.Sum(found.Slips.Select(s => s.Amount)));
        var back = Assert.Single(found.Voids);
        Assert.Equal((taken.ReceiptNumber, Money.Exact(20m)), (back.Receipt, back.Amount));
    }

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }

    private async Task<(Till Till, Guid Shift)> OpenAsync(Money opening)
    {
        var till = await Till.OpenAsync();
        return (till, await till.Desk.As(_cashier, Role.Collector, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, opening)));
    }

    private Task RoomAsync(Till till, Func<ShiftRoom, Task> act) => till.Desk.As(_cashier, Role.Collector, act);

    private async Task TakeAsync(Till till, Money cash)
    {
        var ask = await till.AskAsync(till.Own.Zhang);
        await till.Desk.As(_cashier, Role.Collector, (TakePayment t) => t.RunAsync(ask.Paying(cash)));
    }

    private static async Task<Money> BalanceAsync(Till till, Account account) =>
        new(await till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));
}
