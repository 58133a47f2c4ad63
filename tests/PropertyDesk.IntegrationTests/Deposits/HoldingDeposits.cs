using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Search;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Deposits;

public sealed class HoldingDeposits
{
    private static readonly Guid Manager = Guid.NewGuid();

    [Fact]
    public async Task No_more_cash_is_given_back_than_the_till_holds()
    {
        var till = await Till.OpenAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await till.Desk.As(first, Role.Manager, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Zero));
        await till.Desk.As(second, Role.Manager, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Exact(10m)));
        var deposit = await till.Desk.As(first, Role.Manager, (HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(500m))));
        var receipt = await till.SeeAsync(async db => (await db.DepositEntries.SingleAsync(e => e.DepositId == deposit)).Receipt);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(second, Role.Manager, (HoldDeposits h) => h.RefundAsync(Guid.NewGuid(), deposit, receipt, PaymentMethod.Cash, null)));
        await till.Desk.As(first, Role.Manager, (HoldDeposits h) => h.RefundAsync(Guid.NewGuid(), deposit, receipt, PaymentMethod.Cash, null));

        Assert.Contains("不够退", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, await till.SeeAsync(db => db.DepositEntries.CountAsync(e => e.DepositId == deposit)));
    }

    [Fact]
    public async Task A_shift_tells_of_the_deposits_in_its_till_and_the_receipt_is_found_by_its_number()
    {
        var till = await Till.OpenAsync();
        var clerk = Guid.NewGuid();
        var shift = await till.Desk.As(clerk, Role.Manager, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Zero));
        await till.Desk.As(clerk, Role.Manager, (HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(500m))));
        await till.Desk.As(clerk, Role.Manager, (HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "门卡押金", new Tender(PaymentMethod.BankCard, Money.Exact(50m), "POS1")));

        var details = await till.WithAsync((ShiftQueries q) => q.FindAsync(shift));
        Assert.Equal([("D-000001", PaymentMethod.Cash, Money.Exact(500m), null), ("D-000002", PaymentMethod.BankCard, Money.Exact(50m), "POS1")], details.Held.Select(h => (h.Receipt, h.Method, h.Amount, h.Reference)));
        Assert.Equal(details.Till.CashIn, details.Held[0].Amount);
        Assert.Equal(till.Own.Li.Id, Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync("d-000001"))).OwnerId);
    }

    /// <summary>The worked case "deposit".</summary>
    [Fact]
    public async Task Damage_is_deducted_the_rest_given_back_once_and_the_collection_rate_does_not_move()
    {
        var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "golden-cases.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("cases")
            .EnumerateArray().Single(c => c.GetProperty("id").GetString() == "deposit");
        Money Of(string part, string name) => Money.Exact(decimal.Parse(golden.GetProperty(part).GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        var till = await OpenAsync();
        var before = await RateAsync(till);

        var deposit = await TakeAsync(till, Of("given", "deposit"));
        await till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.DeductAsync(Guid.NewGuid(), deposit, Of("given", "damage"), "墙面损坏"));
        Assert.Equal(-Of("expect", "refund"), (await BalancesAsync(till))[Account.DepositHeld]);
        await RefundAsync(till, deposit);
        var second = await Record.ExceptionAsync(() => RefundAsync(till, deposit));

        Assert.IsType<RuleViolation>(second);
        var entries = (await till.WithAsync((DepositQueries q) => q.FindAsync(deposit))).Entries;
        Assert.Equal([DepositEntryKind.Taken, DepositEntryKind.Deducted, DepositEntryKind.Refunded], entries.Select(e => e.Kind).Order());
        var back = entries.Single(e => e.Kind == DepositEntryKind.Refunded);
        Assert.Equal((-Of("expect", "refund"), "D-000002"), (back.Amount, back.Receipt));
        Assert.Equal(Of("given", "damage"), (await BalancesAsync(till))[Account.Cash]);
        Assert.Equal(before, await RateAsync(till));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Two_refunds_at_once_pay_once()
    {
        var till = await OpenAsync();
        var deposit = await TakeAsync(till, Money.Exact(500m));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => RefundAsync(till, deposit)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        Assert.Equal(Money.Zero, (await BalancesAsync(till))[Account.Cash]);
        Assert.Equal(2, await till.SeeAsync(db => db.DepositEntries.CountAsync()));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Deductions_at_once_never_take_more_than_is_held()
    {
        var till = await OpenAsync();
        var deposit = await TakeAsync(till, Money.Exact(500m));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() =>
            till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.DeductAsync(Guid.NewGuid(), deposit, Money.Exact(300m), "损坏"))))));

        Assert.Equal(Money.Exact(200m), (await till.WithAsync((DepositQueries q) => q.FindAsync(deposit))).Held);
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task The_same_request_takes_once()
    {
        var till = await OpenAsync();
        var request = Guid.NewGuid();
        Task<Guid> Take() => till.WithAsync((HoldDeposits h) => h.TakeAsync(request, till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(100m))));

        Assert.Equal(await Take(), await Take());
        Assert.Equal(1, await till.SeeAsync(db => db.DepositEntries.CountAsync()));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Another_receipt_too_high_an_amount_and_no_reason_are_refused()
    {
        var till = await OpenAsync();
        var deposit = await TakeAsync(till, Money.Exact(500.01m));

        await Assert.ThrowsAsync<RuleViolation>(() => RefundAsync(till, deposit, "D-000002"));
        await Assert.ThrowsAsync<RuleViolation>(() => RefundAsync(till, deposit, role: Role.Finance));
        await Assert.ThrowsAsync<RuleViolation>(() => RefundAsync(till, deposit, role: Role.Collector));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.DeductAsync(Guid.NewGuid(), deposit, Money.Exact(1m), "")));
        await Assert.ThrowsAsync<RuleViolation>(() => till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.DeductAsync(Guid.NewGuid(), deposit, Money.Exact(501m), "损坏")));

        Assert.Equal(Money.Exact(500.01m), (await till.WithAsync((DepositQueries q) => q.HeldAsync())));
        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Is_taken_and_given_back_on_the_pages()
    {
        var till = await OpenAsync();
        var room = $"/{till.Desk.Company.Slug}/Deposits";
        var manager = await till.Desk.SignInAsync(Role.Manager);
        var take = $"{room}/Take/{till.Own.Li.Id}";
        var shifts = $"/{till.Desk.Company.Slug}/Shifts";
        await Desk.PostAsync(manager, shifts, shifts, new() { ["Input.Community"] = till.Own.Community.Id.ToString(), ["Input.Float"] = "0" });

        var taken = await Desk.PostAsync(manager, take, take, new() { ["RequestKey"] = Guid.NewGuid().ToString(), ["Purpose"] = "装修押金", ["Amount"] = "2000", ["Method"] = "Cash" });
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var page = taken.Headers.Location!.OriginalString;
        var refund = $"{page}?handler=Refund";
        var wrong = await Desk.PostAsync(manager, page, refund, new() { ["requestKey"] = Guid.NewGuid().ToString(), ["receipt"] = "D-000009", ["method"] = "Cash" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var back = await Desk.PostAsync(manager, page, refund, new() { ["requestKey"] = Guid.NewGuid().ToString(), ["receipt"] = "d-000001", ["method"] = "Cash" });

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain("装修押金", await manager.GetStringAsync(room), StringComparison.Ordinal);
        Assert.Contains("装修押金", await manager.GetStringAsync(room + "?all=true"), StringComparison.Ordinal);
    }

    // With an open shift of the manager, who pays out in cash.
    private static async Task<Till> OpenAsync()
    {
        var till = await Till.OpenAsync();
        await till.Desk.As(Manager, Role.Manager, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Exact(5000m)));
        return till;
    }

    private static Task<Guid> TakeAsync(Till till, Money amount) =>
        till.WithAsync((HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, amount)));

    private static Task RefundAsync(Till till, Guid deposit, string receipt = "D-000001", Role role = Role.Manager) =>
        till.Desk.As(Manager, role, (HoldDeposits h) => h.RefundAsync(Guid.NewGuid(), deposit, receipt, PaymentMethod.Cash, null));

    private static async Task<Dictionary<Account, Money>> BalancesAsync(Till till) =>
        (await till.WithAsync((JournalQueries q) => q.BalancesAsync())).ToDictionary(b => b.Account, b => b.Balance);

    private static async Task<string> RateAsync(Till till) =>
        (await till.WithAsync((CollectionRates rates) => rates.ReportAsync(Till.March, till.Today))).Total.Figures.ToString()!;
}
