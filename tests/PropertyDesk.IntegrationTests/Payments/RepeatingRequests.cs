using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Payments;

/// <summary>A double click, a lost answer, a page sent again: one request books once.</summary>
public sealed class RepeatingRequests
{
    [Fact]
    public async Task Gives_the_same_receipt_again()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);

        var first = await till.TakeAsync(request);
        var again = await till.TakeAsync(request);

        Assert.Equal(first, again);
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
        Assert.True((await till.AuditAsync()).IsSound);
    }

    [Fact]
    public async Task Gives_one_receipt_to_eight_copies_at_once()
    {
        var till = await Till.OpenAsync();
        var request = await till.AskAsync(till.Own.Zhang);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => till.TakeAsync(request))));

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await till.SeeAsync(db => db.Receipts.CountAsync()));
    }

    public static TheoryData<string> Fields => ["OwnerId", "Amount", "Method", "Reference", "BillIds"];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Names_the_field_that_differs(string field)
    {
        var till = await Till.OpenAsync();
        var bills = await till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == till.Own.Zhang.Id).OrderBy(b => b.Number).ToListAsync());
        var request = (await till.AskAsync(till.Own.Zhang) with { BillIds = [bills[0].Id] }).Paying(Money.Exact(20m), PaymentMethod.BankTransfer, "T1");
        await till.TakeAsync(request);

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => till.TakeAsync(Changed(request, field, till, bills[1].Id)));

        Assert.Equal(field, rule.Field);
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    private static PaymentRequest Changed(PaymentRequest request, string field, Till till, Guid otherBill) => field switch
    {
        "OwnerId" => request with { OwnerId = till.Own.Li.Id },
        "Amount" => request.Paying(Money.Exact(21m), PaymentMethod.BankTransfer, "T1"),
        "Method" => request.Paying(Money.Exact(20m)),
        "Reference" => request.Paying(Money.Exact(20m), PaymentMethod.BankTransfer, "T2"),
        _ => request with { BillIds = [otherBill] },
    };
}
