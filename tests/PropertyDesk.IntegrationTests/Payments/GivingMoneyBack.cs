using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.IntegrationTests.Billing;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>Voids in the shift, reversals after it, prepaid money paid out: each once, with a red receipt.</summary>
public sealed class GivingMoneyBack
{
    private static readonly Guid Cashier = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();

    /// <summary>The worked case "void-and-reissue".</summary>
    [Fact]
    public async Task A_voided_receipt_keeps_its_number_and_the_next_two_tell_the_rest()
    {
        var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "golden-cases.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("cases")
            .EnumerateArray().Single(c => c.GetProperty("id").GetString() == "void-and-reissue");
        var (first, amount) = (golden.GetProperty("given").GetProperty("receipt").GetString()!, golden.GetProperty("given").GetProperty("amount").GetString()!);
        var till = await OpenAsync();
        await till.SeeAsync(db => db.ReceiptBooks.ExecuteUpdateAsync(set => set.SetProperty(b => b.LastNumber, int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) - 1)));
        var paid = Money.Exact(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        var before = await DuesAsync(till);

        var taken = await TakeAsync(till, paid);
        var red = await VoidAsync(till, taken.PaymentId);
        var again = await TakeAsync(till, paid);

        Assert.Equal(("A-" + first, "A-000124", "A-000125"), (taken.ReceiptNumber, red, again.ReceiptNumber));
        var receipts = await till.SeeAsync(db => db.Receipts.Where(r => r.Number >= 123).OrderBy(r => r.Number).Select(r => new { r.Number, r.Payment.Amount, r.Payment.ReversesId }).ToListAsync());
        Assert.Equal(golden.GetProperty("expect").GetProperty("000124").GetString(), $"{receipts[1].Amount.Yuan:0.00} for {first}");
        Assert.Equal(taken.PaymentId, receipts[1].ReversesId);
        Assert.Equal([123, 124, 125], receipts.Select(r => r.Number));
        Assert.Equal(golden.GetProperty("expect").GetProperty("netPayments").GetInt32(), Math.Sign(receipts[0].Amount.Fen) + Math.Sign(receipts[1].Amount.Fen) + Math.Sign(receipts[2].Amount.Fen));
        Assert.Equal(before - paid, await DuesAsync(till));
        Assert.Equal(paid, await BalanceAsync(till, Account.Cash));
        var verified = await till.WithAsync((PaymentQueries q) => q.FindAsync(taken.PaymentId));
        Assert.Equal("A-000124", (await till.WithAsync((PaymentQueries q) => q.VerifyAsync(verified.Code)))!.TakenBackBy);
    }

    [Fact]
    public async Task Ten_voids_at_once_void_once_and_leave_no_gap()
    {
        var till = await OpenAsync();
        var taken = await TakeAsync(till, Money.Exact(100m));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => VoidAsync(till, taken.PaymentId)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        Assert.Equal([1, 2], await till.SeeAsync(db => db.Receipts.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));
        Assert.Equal(Money.Zero, await BalanceAsync(till, Account.Cash));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task After_the_shift_a_second_person_approves_and_the_money_goes_back_once()
    {
        var till = await OpenAsync();
        var taken = await TakeAsync(till, Money.Exact(300m));
        var shift = await till.SeeAsync(db => db.Shifts.SingleAsync());
        await till.Desk.As(Cashier, Role.Collector, (ShiftRoom r) => r.HandOverAsync(shift.Id, new([3, 0, 0, 0, 0, 0, 0, 0]), null));
        await Assert.ThrowsAsync<RuleViolation>(() => VoidAsync(till, taken.PaymentId));

        var refund = await till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(taken.PaymentId, "收错户"));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(taken.PaymentId, "再来一次")));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(Cashier, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, null)));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(Manager, Role.Collector, (RefundRoom r) => r.ApproveAsync(refund, null)));
        await Assert.ThrowsAsync<RuleViolation>(() => CarryOutAsync(till, refund));
        await till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, "同意"));
        var noShift = await Assert.ThrowsAsync<RuleViolation>(() => CarryOutAsync(till, refund));
        Assert.Equal("收付现金前请先开班。", noShift.Key);
        await OpenShiftAsync(till, 100m);
        var tooLittle = await Assert.ThrowsAsync<RuleViolation>(() => CarryOutAsync(till, refund));
        Assert.Equal("钱箱里应有 {0}，不够退 {1}。", tooLittle.Key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => CarryOutAsync(till, refund, PaymentMethod.BankTransfer)))));

        Assert.Single(answers, a => a is null);
        var row = await till.WithAsync((RefundQueries q) => q.FindAsync(refund));
        Assert.Equal((RefundState.Done, "A-000002"), (row.State, row.RedReceipt));
        Assert.Equal((Money.Exact(300m), Money.Exact(-300m)), (await BalanceAsync(till, Account.Cash), await BalanceAsync(till, Account.Bank)));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Prepaid_money_comes_out_of_the_purse_and_never_more_than_is_in_it()
    {
        var till = await OpenAsync();
        var ask = await till.AskAsync(till.Own.Li);
        var taken = await till.Desk.As(Cashier, Role.Collector, (TakePayment t) => t.RunAsync(ask.Paying(ask.SeenTotal + Money.Exact(80m)) with { RestToPurse = true }));
        Task<Guid> Ask(decimal yuan) => till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.RequestPrepaidAsync(Guid.NewGuid(), till.Own.Li.Id, PurseClass.General, Money.Exact(yuan), null, "业主搬走"));
        await Assert.ThrowsAsync<RuleViolation>(() => Ask(80.01m));
        var form = Guid.NewGuid();
        Task<Guid> Send(decimal yuan) => till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.RequestPrepaidAsync(form, till.Own.Li.Id, PurseClass.General, Money.Exact(yuan), null, "业主搬走"));
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Send(1m))));
        Assert.Single(sent.Distinct());
        await Assert.ThrowsAsync<RuleViolation>(() => Send(2m));
        await till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.WithdrawAsync(sent[0]));
        var (one, two) = (await Ask(50m), await Ask(50m));
        await till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(one, null));
        await till.Desk.As(Manager, Role.Manager, (RefundRoom r) => r.ApproveAsync(two, null));

        await CarryOutAsync(till, one, PaymentMethod.Cash);
        var second = await Assert.ThrowsAsync<RuleViolation>(() => CarryOutAsync(till, two, PaymentMethod.Cash));

        Assert.Equal("预存款余额 {0}，不够 {1}。", second.Key);
        Assert.Equal(Money.Exact(30m), await till.SeeAsync(db => db.Purses.Select(p => p.Balance).SingleAsync()));
        // What was prepaid is partly gone: the payment cannot be taken back as a whole any more, and says why.
        var whole = await Assert.ThrowsAsync<RuleViolation>(() => VoidAsync(till, taken.PaymentId));
        Assert.Equal("预存款余额 {0}，不够 {1}。", whole.Key);
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Cut_before_any_command_leaves_all_of_it_or_nothing()
    {
        var till = await OpenAsync();
        var ask = await till.AskAsync(till.Own.Zhang);
        var taken = await till.Desk.As(Cashier, Role.Collector, (TakePayment t) => t.RunAsync(ask.Paying(ask.SeenTotal + Money.Exact(10m)) with { RestToPurse = true }));

        var cuts = 0;
        for (var command = 1; await CommandCount.CutAtAsync(till.Desk, command, () => VoidAsync(till, taken.PaymentId)); command++)
        {
            cuts++;
            Assert.Equal(1, await till.SeeAsync(db => db.Receipts.CountAsync()));
            Assert.Empty((await till.AuditAsync()).Broken);
        }

        Assert.True(cuts > 5, $"only {cuts} commands");
        Assert.Equal(2, await till.SeeAsync(db => db.Receipts.CountAsync()));
        Assert.Equal(ask.SeenTotal, await DuesAsync(till));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Is_voided_and_given_back_on_the_pages()
    {
        var till = await Till.OpenAsync();
        var desk = $"/{till.Desk.Company.Slug}";
        var collector = await till.Desk.SignInAsync(Role.Collector);
        await Desk.PostAsync(collector, $"{desk}/Shifts", $"{desk}/Shifts", new() { ["Input.Community"] = till.Own.Community.Id.ToString(), ["Input.Float"] = "0" });
        var first = await PayAsync("100");
        var voided = await Desk.PostAsync(collector, first, $"{first}?handler=Void", new() { ["reason"] = "收错户" });
        Assert.Equal(HttpStatusCode.Redirect, voided.StatusCode);
        var page = await collector.GetStringAsync(first);
        Assert.Contains("A-000002", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Void", page, StringComparison.Ordinal);
        var empty = await Desk.PostAsync(collector, first, $"{first}?handler=Reversal", new() { ["reason"] = "再来" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("A-000001", await collector.GetStringAsync($"{desk}/Payments/Take"), StringComparison.Ordinal);

        var second = await PayAsync("50");
        var manager = await till.Desk.SignInAsync(Role.Manager);
        var asked = await Desk.PostAsync(manager, second, $"{second}?handler=Reversal", new() { ["reason"] = "银行退票" });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var refund = asked.Headers.Location!.OriginalString;
        Assert.Contains("银行退票", await manager.GetStringAsync($"{desk}/Approvals"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, refund, $"{refund}?handler=Withdraw", [])).StatusCode);
        Assert.Contains("收款红冲", await collector.GetStringAsync($"{desk}/Refunds"), StringComparison.Ordinal);

        async Task<string> PayAsync(string amount)
        {
            var take = $"{desk}/Payments/Take/{till.Own.Zhang.Id}";
            var due = await till.WithAsync((Application.Owners.OwnerDuesQuery q) => q.FindAsync(till.Own.Zhang.Id));
            var done = await Desk.PostAsync(collector, take, take, new() { ["Input.RequestId"] = Guid.NewGuid().ToString(), ["Input.SeenFen"] = due.Total.Fen.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Input.Amount"] = amount, ["Input.Method"] = "Cash" });
            return done.Headers.Location!.OriginalString.Replace("/Taken/", "/Details/", StringComparison.Ordinal);
        }
    }

    private static async Task<Till> OpenAsync()
    {
        var till = await Till.OpenAsync();
        await OpenShiftAsync(till, 0m);
        var ask = await till.AskAsync(till.Own.Zhang);
        await till.WithAsync((PaymentBooking b) => b.PrepareAsync(till.Own.Community.Id));
        return ask.SeenTotal > Money.Zero ? till : throw new InvalidOperationException();
    }

    private static Task<Guid> OpenShiftAsync(Till till, decimal opening) =>
        till.Desk.As(Cashier, Role.Collector, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Exact(opening)));

    private static async Task<PaymentTaken> TakeAsync(Till till, Money cash)
    {
        var ask = await till.AskAsync(till.Own.Zhang);
        return await till.Desk.As(Cashier, Role.Collector, (TakePayment t) => t.RunAsync(ask.Paying(cash)));
    }

    private static Task<string> VoidAsync(Till till, Guid payment) => till.Desk.As(Cashier, Role.Collector, (RefundRoom r) => r.VoidAsync(payment, "收错户"));

    private static Task<string> CarryOutAsync(Till till, Guid refund, PaymentMethod? method = null) => till.Desk.As(Cashier, Role.Collector, (RefundRoom r) =>
        r.CarryOutAsync(refund, method, method is { } m && m.NeedsReference() ? "T-1" : null));

    private static async Task<Money> DuesAsync(Till till) => (await till.WithAsync((Application.Owners.OwnerDuesQuery q) => q.FindAsync(till.Own.Zhang.Id))).Total;

    private static async Task<Money> BalanceAsync(Till till, Account account) =>
        new(await till.SeeAsync(db => db.JournalLines.Where(l => l.Account == account).SumAsync(l => l.Amount.Fen)));
}
