using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

public sealed class TakingPayments
{
    // Two months: flat one 250.40 + 8.00 + 40.00, flat two 250.40 + 8.00.
    private static readonly Money ZhangOwes = Money.Exact(1113.60m);

    [Fact]
    public async Task Settles_everything_and_gives_receipt_number_one()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);
        Assert.Equal(ZhangOwes, request.SeenTotal);

        var taken = await till.TakeAsync(request);

        Assert.Equal("A-000001", taken.ReceiptNumber);
        Assert.Equal(Money.Zero, (await till.AskAsync(till.Own.Zhang)).SeenTotal);
        var audit = await till.AuditAsync();
        Assert.True(audit.IsSound, string.Join(", ", audit.Checks));
    }

    [Fact]
    public async Task Pays_the_oldest_due_date_first_and_within_it_by_item_priority()
    {
        var till = await Till.OpenAsync();
        await till.MoveDueDatesApartAsync();
        var request = (await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(510m));

        var paid = await till.PaidByAsync(await till.TakeAsync(request));

        // March: both property fees first, then rubbish of the first bill, then a part of the second's.
        Assert.Equal(
            ["2025-03 3-2-1801 物业费 ¥250.40", "2025-03 3-2-1801 垃圾费 ¥8.00", "2025-03 3-2-1802 物业费 ¥250.40", "2025-03 3-2-1802 垃圾费 ¥1.20"], paid);
    }

    [Fact]
    public async Task Pays_the_chosen_bill_first_and_the_rest_oldest_first()
    {
        var till = await Till.OpenAsync();
        await till.MoveDueDatesApartAsync();
        var chosen = await till.SeeAsync(db => db.Bills.SingleAsync(b => b.Period == Till.April && b.UnitCode == "3-2-1802"));
        var request = (await till.AskAsync(till.Own.Zhang) with { BillIds = [chosen.Id] }).Paying(Money.Exact(260m));

        var paid = await till.PaidByAsync(await till.TakeAsync(request));

        Assert.Equal(["2025-03 3-2-1801 物业费 ¥1.60", "2025-04 3-2-1802 物业费 ¥250.40", "2025-04 3-2-1802 垃圾费 ¥8.00"], paid);
    }

    [Fact]
    public async Task Refuses_more_than_is_outstanding()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(request.Paying(ZhangOwes + new Money(1))));

        Assert.Equal("Amount", rule.Field);
        Assert.Equal(0, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public async Task Refuses_an_amount_that_is_none(long fen)
    {
        var till = await Till.OpenAsync();
        var request = (await till.AskAsync(till.Own.Zhang)).Paying(new Money(fen));
        Assert.Equal("收款金额须大于 0。", await till.TryTakeAsync(request));
    }

    [Fact]
    public async Task Refuses_a_transfer_without_its_number()
    {
        var till = await Till.OpenAsync();
        var request = (await till.AskAsync(till.Own.Zhang)).Paying(ZhangOwes, PaymentMethod.BankTransfer, " ");
        Assert.Equal("转账收款须填写银行流水号。", await till.TryTakeAsync(request));
    }

    [Fact]
    public async Task Refuses_when_the_debt_is_not_what_the_page_showed()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);
        await till.TakeAsync((request with { RequestId = Guid.NewGuid() }).Paying(Money.Exact(100m)));

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(request.Paying(Money.Exact(50m))));

        Assert.Equal([ZhangOwes, ZhangOwes - Money.Exact(100m)], rule.Arguments);
    }

    [Fact]
    public async Task Says_already_paid_when_the_chosen_bill_has_been_paid_meanwhile()
    {
        var till = await Till.OpenAsync();
        var bill = await till.SeeAsync(db => db.Bills.FirstAsync(b => b.OwnerId == till.Own.Zhang.Id));
        var request = (await till.AskAsync(till.Own.Zhang) with { BillIds = [bill.Id] }).Paying(bill.Total);
        await till.TakeAsync(request);

        Assert.Equal("该账单已收款，请勿重复收取。", await till.TryTakeAsync(request with { RequestId = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Keeps_the_numbers_without_a_gap_when_a_payment_is_refused()
    {
        var till = await Till.OpenAsync();
        var request = (await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(10m));
        await till.TakeAsync(request);
        await till.TryTakeAsync(request with { RequestId = Guid.NewGuid(), SeenTotal = ZhangOwes });

        var next = await till.TakeAsync(request with { RequestId = Guid.NewGuid(), SeenTotal = ZhangOwes - Money.Exact(10m) });

        Assert.Equal("A-000002", next.ReceiptNumber);
        Assert.True((await till.AuditAsync()).IsSound);
    }

    [Fact]
    public async Task Does_not_take_money_for_a_draft()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((PropertyDesk.Application.Billing.BillRuns runs) => runs.DraftAsync(till.Own.Community.Id, Till.April.Next));
        Assert.Equal(ZhangOwes, (await till.AskAsync(till.Own.Zhang)).SeenTotal);
    }

    [Fact]
    public async Task Does_not_know_the_owner_of_another_company()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang) with { OwnerId = till.Foreign.Zhang.Id };
        await Assert.ThrowsAsync<NotFoundException>(() => till.TakeAsync(request));
    }
}
