using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Invoices;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>发票申请: asked on the phone, recorded by the desk, downloaded by the owner and by nobody else.</summary>
public sealed class AskingForInvoices
{
    private const string RealTaxNumber = "91350100M000100Y43";
    private static readonly NewFile Pdf = new("发票.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"));
    private static readonly WantedInvoice Wanted = new(InvoiceTitleKind.Person, "李娜", null, "li@example.com");

    [Fact]
    public async Task The_owner_asks_the_desk_records_and_the_owner_downloads()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, receipt, finance) = (await desk.OwnerAsync(desk.Li), await desk.PayAsync(desk.Li), await desk.Desk.SignInAsync(Role.Finance));
        Assert.Contains("申请发票", await desk.ReadAsync(li, "/Portal/Payments"), StringComparison.Ordinal);

        var asked = await desk.PostAsync(li, $"/Portal/Invoices/Ask/{receipt.Id}", ("Input.Kind", "Company"), ("Input.Title", "某某公司"), ("Input.TaxNumber", " 91350100m000100y43 "), ("Input.Email", "a@example.com"));

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        var request = await desk.Till.SeeAsync(db => db.InvoiceRequests.SingleAsync());
        Assert.Equal((RealTaxNumber, receipt.Payment.Amount, InvoiceState.Requested), (request.TaxNumber, request.Amount, request.State));
        Assert.Contains("待开票", await desk.ReadAsync(li, "/Portal/Invoices"), StringComparison.Ordinal);
        Assert.Contains("某某公司", await desk.ReadAsync(finance, "/Invoices?state=Requested&text=某某"), StringComparison.Ordinal);
        Assert.Contains(receipt.Display, await desk.ReadAsync(finance, $"/Invoices/Details/{request.Id}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(desk, finance, request.Id, "25312000000012345678", Pdf));

        Assert.Contains("25312000000012345678", await desk.ReadAsync(li, "/Portal/Invoices"), StringComparison.Ordinal);
        Assert.Contains("已开票", await desk.ReadAsync(li, "/Portal/Payments"), StringComparison.Ordinal);
        using var file = await li.GetAsync($"{desk.Root}/portal/invoices/{request.Id}/file");
        Assert.Equal(Pdf.Content, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(await desk.OwnerAsync(desk.Zhang), $"/portal/invoices/{request.Id}/file"));
    }

    [Theory]
    [InlineData("91350100M000100Y44", "校验位不对")]
    [InlineData("91350100M000100Y34", "校验位不对")]
    [InlineData("913501000000", "18 位统一社会信用代码")]
    [InlineData("", "18 位统一社会信用代码")]
    public async Task A_tax_number_that_cannot_be_one_is_told_at_its_field_and_nothing_is_lost(string number, string told)
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, receipt) = (await desk.OwnerAsync(desk.Li), await desk.PayAsync(desk.Li));

        var refused = await desk.PostAsync(li, $"/Portal/Invoices/Ask/{receipt.Id}", ("Input.Kind", "Company"), ("Input.Title", "某某公司"), ("Input.TaxNumber", number), ("Input.Email", "a@example.com"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(told, refused.Text, StringComparison.Ordinal);
        Assert.Matches("""data-valmsg-for="Input.TaxNumber"[^>]*>[^<]""", refused.Text);
        Assert.Contains("某某公司", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.InvoiceRequests.CountAsync()));
    }

    [Fact]
    public async Task Ten_at_once_are_one_request_and_after_a_refusal_one_may_ask_again()
    {
        var desk = await PortalDesk.OpenAsync();
        var receipt = await desk.PayAsync(desk.Li);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => AskAsync(desk, receipt.Id)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal("这张收据已申请过发票。", Assert.IsType<RuleViolation>(a).Message));
        var first = await desk.Till.SeeAsync(db => db.InvoiceRequests.Select(r => r.Id).SingleAsync());
        await desk.Till.WithAsync((InvoiceRequests r) => r.RefuseAsync(first, "抬头不完整"));
        var li = await desk.OwnerAsync(desk.Li);
        Assert.Contains("抬头不完整", await desk.ReadAsync(li, "/Portal/Invoices"), StringComparison.Ordinal);
        var again = await AskAsync(desk, receipt.Id);
        await desk.Till.WithAsync((InvoiceRequests r) => r.IssueAsync(again, "12345678", desk.Till.Today, Pdf));
        await Assert.ThrowsAsync<RuleViolation>(() => AskAsync(desk, receipt.Id));
    }

    [Fact]
    public async Task A_receipt_voided_later_shows_on_the_request_and_no_invoice_is_recorded_for_it()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, finance, cashier) = (await desk.OwnerAsync(desk.Li), await desk.Desk.SignInAsync(Role.Finance), Guid.NewGuid());
        await desk.Desk.As(cashier, Role.Collector, (Application.Shifts.ShiftRoom r) => r.OpenAsync(desk.Till.Own.Community.Id, Money.Zero));
        var taken = await desk.Desk.As(cashier, Role.Collector, async (Application.Payments.TakePayment t) => await t.RunAsync(await desk.Till.AskAsync(desk.Li)));
        var receipt = await desk.Till.SeeAsync(db => db.Receipts.SingleAsync(r => r.PaymentId == taken.PaymentId));
        var request = await AskAsync(desk, receipt.Id);

        await desk.Desk.As(cashier, Role.Collector, (RefundRoom r) => r.VoidAsync(taken.PaymentId, "收错户"));

        Assert.Contains("收据已红冲", await desk.ReadAsync(li, "/Portal/Invoices"), StringComparison.Ordinal);
        Assert.Contains("收据已红冲", await desk.ReadAsync(finance, $"/Invoices/Details/{request}"), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((InvoiceRequests r) => r.IssueAsync(request, "12345678", desk.Till.Today, Pdf)));
        Assert.Contains("可开票金额已由", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("申请发票", await desk.ReadAsync(li, "/Portal/Payments"), StringComparison.Ordinal);
        await desk.Till.WithAsync((InvoiceRequests r) => r.RefuseAsync(request, "收据已作废"));
        Assert.Equal("这张收据的钱已退回，不能开发票。", (await Assert.ThrowsAsync<RuleViolation>(() => AskAsync(desk, receipt.Id))).Message);
    }

    [Theory]
    [InlineData("发票.exe", "MZ")]
    [InlineData("发票.pdf", "no pdf at all")]
    [InlineData("发票.ofd", "PK\u0003\u0004 a zip, but no OFD")]
    public async Task Only_an_invoice_file_is_taken(string name, string content)
    {
        var desk = await PortalDesk.OpenAsync();
        var request = await AskAsync(desk, (await desk.PayAsync(desk.Li)).Id);
        var file = new NewFile(name, Encoding.ASCII.GetBytes(content));

        Assert.Equal("File", (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((InvoiceRequests r) => r.IssueAsync(request, "12345678", desk.Till.Today, file)))).Field);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(desk, await desk.Desk.SignInAsync(Role.Finance), request, "12345678", file));
        await desk.Till.WithAsync((InvoiceRequests r) => r.IssueAsync(request, "12345678", desk.Till.Today, new NewFile("发票.ofd", Encoding.ASCII.GetBytes("PK\u0003\u0004....OFD.xml...."))));
        Assert.Equal(InvoiceState.Issued, await desk.Till.SeeAsync(db => db.InvoiceRequests.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_asks_for_anothers_receipt_or_ends_anothers_request()
    {
        var desk = await PortalDesk.OpenAsync();
        var receipt = await desk.PayAsync(desk.Li);
        var request = await AskAsync(desk, receipt.Id);
        var zhang = await desk.OwnerAsync(desk.Zhang);

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(zhang, $"/Portal/Invoices/Ask/{receipt.Id}"));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.AsOwnerAsync(desk.Zhang, (InvoiceRequests r) => r.AskAsync(receipt.Id, Wanted)));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(zhang, $"/Portal/Invoices?handler=Withdraw&id={request}")).Status);
        Assert.Equal(InvoiceState.Requested, await desk.Till.SeeAsync(db => db.InvoiceRequests.Select(r => r.State).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(await desk.OwnerAsync(desk.Li), $"/Portal/Invoices?handler=Withdraw&id={request}")).Status);
        Assert.Equal(InvoiceState.Withdrawn, await desk.Till.SeeAsync(db => db.InvoiceRequests.Select(r => r.State).SingleAsync()));
    }

    private static Task<Guid> AskAsync(PortalDesk desk, Guid receipt) => desk.AsOwnerAsync(desk.Li, (InvoiceRequests r) => r.AskAsync(receipt, Wanted));

    private static async Task<HttpStatusCode> UploadAsync(PortalDesk desk, HttpClient browser, Guid request, string number, NewFile file)
    {
        var page = $"{desk.Root}/Invoices/Details/{request}";
        using var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Desk.TokenAsync(browser, page)), "__RequestVerificationToken" },
            { new StringContent(number), "Input.Number" },
            { new StringContent(desk.Till.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), "Input.IssuedOn" },
            { content, "Input.File", file.Name },
        };
        using var answer = await browser.PostAsync(page + "?handler=Issue", form);
        return answer.StatusCode;
    }
}
