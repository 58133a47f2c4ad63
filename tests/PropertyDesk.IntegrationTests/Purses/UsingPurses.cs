using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Billing;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>Prepaying into a class and using it for bills at the desk, as a document that its red twin takes back.</summary>
public sealed class UsingPurses
{
    [Fact]
    public async Task Prepaid_money_goes_into_its_class_with_a_receipt_and_pays_no_bill()
    {
        var desk = await PurseDesk.OpenAsync();
        var owed = await desk.OwedAsync(desk.Li);

        var taken = await desk.PrepayAsync(desk.Li, PurseClass.Property, 300m);

        Assert.Equal((owed, Money.Exact(300m)), (await desk.OwedAsync(desk.Li), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        var details = await desk.Till.WithAsync((PaymentQueries q) => q.FindAsync(taken.PaymentId));
        Assert.Equal((Money.Exact(300m), PurseClass.Property, 0), (details.Prepaid, details.PrepaidInto, details.Lines.Count));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task The_same_prepayment_is_booked_once_and_another_class_is_refused()
    {
        var desk = await PurseDesk.OpenAsync();
        var request = (await desk.Till.AskAsync(desk.Li)).Paying(Money.Exact(50m)) with { Into = PurseClass.Parking };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Till.TakeAsync(request))));

        Assert.Single(answers.Select(a => a.ReceiptNumber).Distinct());
        Assert.Equal(Money.Exact(50m), await desk.BalanceAsync(desk.Li, PurseClass.Parking));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.TakeAsync(request with { Into = PurseClass.General }));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.TakeAsync(request.Paying(Money.Exact(10m), PaymentMethod.Purse) with { RequestId = Guid.NewGuid() }));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Pays_the_oldest_first_from_the_purse_of_the_class_and_the_rest_from_the_general_one()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Zhang, PurseClass.Property, 600m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.General, 60m);

        var use = await desk.UseAsync(desk.Zhang);

        Assert.Equal(
            [
                "2025-03 物业费 Property ¥250.40", "2025-03 垃圾费 Property ¥8.00", "2025-03 水费 General ¥40.00", "2025-03 物业费 Property ¥250.40", "2025-03 垃圾费 Property ¥8.00",
                "2025-04 物业费 Property ¥83.20", "2025-04 物业费 General ¥20.00",
            ],
            await desk.PaidByAsync(use));
        var details = await desk.FindAsync(use);
        Assert.Equal(("P-000001", Money.Exact(660m), nameof(Role.Collector)), (details.Number, details.Amount, details.By));
        Assert.Equal(Money.Zero, await desk.BalanceAsync(desk.Zhang, PurseClass.Property));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_class_pays_no_other_one_unless_the_owner_or_the_community_released_it()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Parking, 500m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.Parking, 20m);

        await Assert.ThrowsAsync<RuleViolation>(() => desk.UseAsync(desk.Li));
        await desk.Till.WithAsync((PurseSettings s) => s.AgreeAsync(desk.Li.Id, "同意书"));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((PurseSettings s) => s.AgreeAsync(desk.Li.Id, "同意书")));
        await desk.UseAsync(desk.Li, await BillAsync(desk, desk.Li.Id));
        Assert.Equal(Money.Exact(500m - 258.40m), await desk.BalanceAsync(desk.Li, PurseClass.Parking));

        await desk.Till.WithAsync((PurseSettings s) => s.EndAgreementAsync(desk.Li.Id));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.UseAsync(desk.Li));
        await desk.SetAsync(cross: true);
        await desk.UseAsync(desk.Zhang);
        Assert.Equal(Money.Zero, await desk.BalanceAsync(desk.Zhang, PurseClass.Parking));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Whole_bills_only_passes_over_what_the_purse_cannot_pay()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.SetAsync(wholeOnly: true);
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 500m);

        var use = await desk.UseAsync(desk.Li);

        Assert.Equal(["2025-03 物业费 Property ¥250.40", "2025-03 垃圾费 Property ¥8.00"], await desk.PaidByAsync(use));
        Assert.Equal(Money.Exact(241.60m), await desk.BalanceAsync(desk.Li, PurseClass.Property));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task The_red_twin_opens_the_bills_again_once_and_each_purse_holds_what_it_held()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Zhang, PurseClass.Property, 300m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.Utilities, 30m);
        var owed = await desk.OwedAsync(desk.Zhang);
        var use = await desk.UseAsync(desk.Zhang);

        await Assert.ThrowsAsync<RuleViolation>(() => desk.TakeBackAsync(use, " "));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.TakeBackAsync(use)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        var red = (await desk.FindAsync(use)).Twin!;
        var twin = await desk.FindAsync(red.Id);
        Assert.Equal(("P-000002", Money.Exact(-330m), "P-000001", "抵扣错了"), (twin.Number, twin.Amount, twin.Twin!.Number, twin.Reason));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.TakeBackAsync(red.Id));
        Assert.Equal((owed, Money.Exact(300m), Money.Exact(30m)), (await desk.OwedAsync(desk.Zhang), await desk.BalanceAsync(desk.Zhang, PurseClass.Property), await desk.BalanceAsync(desk.Zhang, PurseClass.Utilities)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Two_clerks_at_once_use_the_money_once()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 300m);
        var request = await desk.AskAsync(desk.Li);

        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.UseAsync(request))));
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.UseAsync(request with { RequestId = Guid.NewGuid() })))));

        Assert.Single(twice.Distinct());
        Assert.All(others, o => Assert.IsType<RuleViolation>(o));
        Assert.Equal((1, Money.Zero), (await desk.Till.SeeAsync(db => db.PurseUses.CountAsync()), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        await desk.BooksAreSoundAsync();
    }

    /// <summary>A bill that is paid in cash while the purse is used for it is paid once.</summary>
    [Fact]
    public async Task A_purse_and_a_cashier_at_once_pay_a_bill_once()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 516.80m);
        var (use, pay) = (await desk.AskAsync(desk.Li), await desk.Till.AskAsync(desk.Li));

        var errors = await Task.WhenAll(
            Task.Run(async () => await Record.ExceptionAsync(() => desk.UseAsync(use))), Task.Run(async () => await Record.ExceptionAsync(() => desk.Till.TakeAsync(pay))));

        Assert.IsType<RuleViolation>(Assert.Single(errors, e => e is not null));
        Assert.Equal(Money.Zero, await desk.OwedAsync(desk.Li));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_connection_cut_anywhere_leaves_all_or_nothing()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Zhang, PurseClass.Property, 300m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.General, 300m);
        var (owed, request) = (await desk.OwedAsync(desk.Zhang), await desk.AskAsync(desk.Zhang));

        var command = 1;
        while (await CommandCount.CutAtAsync(desk.Till.Desk, command, () => desk.UseAsync(request)))
        {
            Assert.Equal((owed, Money.Exact(300m)), (await desk.OwedAsync(desk.Zhang), await desk.BalanceAsync(desk.Zhang, PurseClass.Property)));
            command++;
        }

        Assert.InRange(command, 10, 80);
        Assert.Equal(owed - Money.Exact(600m), await desk.OwedAsync(desk.Zhang));
        await desk.BooksAreSoundAsync();
    }

    /// <summary>Money on a line goes back where it came from, and pays the line that replaces it: no class is crossed.</summary>
    [Fact]
    public async Task A_red_entry_gives_the_money_back_to_the_class_that_it_came_from()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 100m);
        var bill = await BillAsync(desk, desk.Li.Id);
        await desk.UseAsync(desk.Li, bill);
        await desk.Till.TakeAsync((await desk.Till.AskAsync(desk.Li)).Paying(Money.Exact(50m)) with { BillIds = [bill] });

        await RedAsync(desk, bill, reissue: false);
        Assert.Equal((Money.Exact(100m), Money.Exact(50m)), (await desk.BalanceAsync(desk.Li, PurseClass.Property), await desk.BalanceAsync(desk.Li, PurseClass.General)));
        await desk.BooksAreSoundAsync();

        var april = await desk.Till.SeeAsync(db => db.Bills.Open().Where(b => b.OwnerId == desk.Li.Id).Select(b => b.Id).SingleAsync());
        var use = await desk.UseAsync(desk.Li, april);
        await RedAsync(desk, april, reissue: true);
        Assert.Equal((Money.Zero, Money.Zero), (await desk.BalanceAsync(desk.Li, PurseClass.Property), await desk.BalanceAsync(desk.Li, PurseClass.General)));
        Assert.Equal(Money.Exact(258.40m - 150m), await desk.OwedAsync(desk.Li));
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => desk.TakeBackAsync(use));
        Assert.Equal("账单 {0} 的 {1} 已红冲，钱已退回预存款。", refusal.Key);
        await desk.BooksAreSoundAsync();
    }

    private static Task<Guid> BillAsync(PurseDesk desk, Guid owner) =>
        desk.Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == owner && b.Period == IntegrationTests.Payments.Till.March).Select(b => b.Id).SingleAsync());

    private static async Task RedAsync(PurseDesk desk, Guid billId, bool reissue)
    {
        var lines = await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.BillId == billId).Select(l => l.Id).ToListAsync());
        var request = await desk.Till.Desk.As(desk.Collector, Role.Collector, (Application.Corrections.RequestCorrection r) =>
            r.TakeBackAsync(billId, lines, new(Domain.Corrections.CorrectionReason.WrongArea, "面积有误", reissue)));
        await desk.Till.Desk.As(desk.Manager, Role.Manager, (Application.Corrections.DecideCorrection d) => d.ApproveAsync(request, null));
    }
}
