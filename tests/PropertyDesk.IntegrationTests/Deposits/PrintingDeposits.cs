using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Deposits;

/// <summary>Receipts of deposits over HTTP: on the community's paper, counted, and told from forged ones by anybody.</summary>
public sealed class PrintingDeposits
{
    private static readonly Guid Manager = Guid.NewGuid();

    [Fact]
    public async Task Each_print_is_counted_and_shown()
    {
        var (till, deposit) = await TakenAsync();
        await till.WithAsync((ChangeCommunity c) => c.RunAsync(till.Own.Community.Id, new CommunitySettings(till.Own.Community.Name, null, null, 1, 20, ReceiptPaper: ReceiptPaper.ThirdForm)));
        var entry = await EntryAsync(till, DepositEntryKind.Taken);
        var collector = await till.Desk.SignInAsync(Role.Collector);
        var page = $"/{till.Desk.Company.Slug}/Deposits/Details/{deposit}";

        using var first = await ReadAsync(await Desk.PostAsync(collector, page, $"/{till.Desk.Company.Slug}/deposits/receipts/{entry.Id}/print", []));
        using var second = await ReadAsync(await Desk.PostAsync(collector, page, $"/{till.Desk.Company.Slug}/deposits/receipts/{entry.Id}/print", []));

        Assert.Equal(264.5, first.GetPage(1).Height, 0.5);
        Assert.Contains("D-000001", first.GetPage(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", Text(first), StringComparison.Ordinal);
        Assert.Contains("第2次打印", Text(second), StringComparison.Ordinal);
        Assert.Contains("已打印 2 次", WebUtility.HtmlDecode(await collector.GetStringAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deduction_has_no_receipt_to_print_and_a_foreign_one_is_not_found()
    {
        var (till, deposit) = await TakenAsync();
        await till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.DeductAsync(Guid.NewGuid(), deposit, Money.Exact(300m), "墙面损坏"));
        var deducted = await EntryAsync(till, DepositEntryKind.Deducted);
        var manager = await till.Desk.SignInAsync(Role.Manager);
        var page = $"/{till.Desk.Company.Slug}/Deposits/Details/{deposit}";

        var answer = await Desk.PostAsync(manager, page, $"/{till.Desk.Company.Slug}/deposits/receipts/{deducted.Id}/print", []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((null, 0), (deducted.Code, deducted.PrintCount));
        var taken = await EntryAsync(till, DepositEntryKind.Taken);
        await Assert.ThrowsAsync<NotFoundException>(() => till.Desk.In(till.Desk.Foreign, (PrintDeposit p) => p.CountAsync(taken.Id)));
    }

    [Fact]
    public async Task Whoever_holds_the_receipt_can_ask_whether_it_is_real_and_still_good()
    {
        var (till, deposit) = await TakenAsync();
        var taken = await EntryAsync(till, DepositEntryKind.Taken);
        var address = $"/account/receipt/{till.Desk.Company.Id}-{taken.Code}";
        var stranger = till.Desk.Anonymous();

        var real = WebUtility.HtmlDecode(await stranger.GetStringAsync(address));
        Assert.Contains("这张收据是真的。", real, StringComparison.Ordinal);
        Assert.Contains("D-000001", real, StringComparison.Ordinal);
        Assert.DoesNotContain("李娜", real, StringComparison.Ordinal);

        await till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.RefundAsync(Guid.NewGuid(), deposit, "D-000001", PaymentMethod.Cash, null));
        Assert.Contains("由红字收据 D-000002 冲销", WebUtility.HtmlDecode(await stranger.GetStringAsync(address)), StringComparison.Ordinal);
        var refunded = await EntryAsync(till, DepositEntryKind.Refunded);
        var back = await till.WithAsync((PrintDeposit p) => p.CountAsync(refunded.Id));
        Assert.Equal((true, Money.Exact(2000m), "D-000001", 1), (back.GivenBack, back.Amount, back.Other, back.PrintCount));
    }

    private static async Task<(Till Till, Guid Deposit)> TakenAsync()
    {
        var till = await Till.OpenAsync();
        await till.Desk.As(Manager, Role.Manager, (ShiftRoom r) => r.OpenAsync(till.Own.Community.Id, Money.Exact(5000m)));
        return (till, await till.Desk.As(Manager, Role.Manager, (HoldDeposits h) => h.TakeAsync(Guid.NewGuid(), till.Own.Li.Id, "装修押金", new Tender(PaymentMethod.Cash, Money.Exact(2000m)))));
    }

    private static Task<DepositEntry> EntryAsync(Till till, DepositEntryKind kind) => till.SeeAsync(db => db.DepositEntries.AsNoTracking().SingleAsync(e => e.Kind == kind));

    private static string Text(PdfDocument pdf) => string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);

    private static async Task<PdfDocument> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
    }
}
