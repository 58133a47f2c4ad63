using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>Over HTTP, on the clean workbook: the desk's paper, the owner's downloads, and nobody else's.</summary>
public sealed class HandingOutPaper
{
    private static readonly BillingMonth May = new(2025, 5);

    /// <summary>One published month for all tests here: each pays a bill of its own.</summary>
    private static readonly Lazy<Task<(Desk Desk, Guid Run)>> Published = new(PublishAsync);

    [Fact]
    public async Task A_month_of_a_community_is_one_file_with_a_bookmark_a_bill_under_its_building()
    {
        var (desk, run) = await Published.Value;
        var manager = await desk.SignInAsync(Role.Manager);
        using var pdf = await ReadAsync(await manager.GetAsync($"/{desk.Company.Slug}/bills/print?run={run}"));
        var buildings = await desk.See(db => db.Bills.GroupBy(b => b.Unit.Building.Name).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var owners = await desk.See(db => db.Bills.OrderBy(b => b.Number).Select(b => b.OwnerName).ToListAsync());
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));

        Assert.Equal(buildings.Count, bookmarks.Roots.Count);
        Assert.All(bookmarks.Roots, b => Assert.Equal(buildings[b.Title], b.Children.Count));
        Assert.Equal(owners, bookmarks.Roots.SelectMany(b => b.Children).Select(b => b.Title[(b.Title.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.All(owners, owner => Assert.Contains(owner, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_batch_says_the_same_as_each_bill_alone()
    {
        var (desk, run) = await Published.Value;
        await using var scope = desk.Enter();
        var papers = await scope.ServiceProvider.GetRequiredService<BillPapers>().OfRunAsync(run, id => id.ToString());
        var queries = scope.ServiceProvider.GetRequiredService<BillQueries>();

        foreach (var paper in papers.Where((_, i) => i % 97 == 0))
        {
            using var alone = new Printed(BillDocument.Of(PaperBills.Letterhead, new BillPaper(await queries.FindAsync(paper.Bill.Id), paper.Address)));
            using var inBatch = new Printed(BillDocument.Of(PaperBills.Letterhead, paper));
            Assert.Equal(alone.Text, inBatch.Text);
        }
    }

    [Fact]
    public async Task A_receipt_is_counted_each_time_it_is_printed()
    {
        var (desk, _) = await Published.Value;
        var (taken, _) = await PayAsync(desk, nth: 1);
        var collector = await desk.SignInAsync(Role.Collector);
        var page = $"/{desk.Company.Slug}/payments/details/{taken.PaymentId}";
        var print = $"/{desk.Company.Slug}/receipts/{taken.ReceiptId}/print";

        using var first = await ReadAsync(await Desk.PostAsync(collector, page, print, []));
        using var second = await ReadAsync(await Desk.PostAsync(collector, page, print, []));

        Assert.Contains(taken.ReceiptNumber, first.GetPage(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("次打印", first.GetPage(1).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("第2次打印", second.GetPage(1).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, await desk.See(db => db.Receipts.Where(r => r.Id == taken.ReceiptId).Select(r => r.PrintCount).SingleAsync()));
    }

    [Fact]
    public async Task An_owner_downloads_the_own_bill_and_receipt_and_nobody_elses()
    {
        var (desk, _) = await Published.Value;
        var (taken, bill) = await PayAsync(desk, nth: 2);
        var other = await desk.See(db => db.Bills.Where(b => b.OwnerId != bill.OwnerId).FirstAsync());
        var owner = await SignInAsOwnerAsync(desk, bill.OwnerId);
        var portal = $"/{desk.Company.Slug}/portal";

        using var ownBill = await ReadAsync(await owner.GetAsync($"{portal}/bills/{bill.Id}.pdf"));
        using var receipt = await ReadAsync(await owner.GetAsync($"{portal}/receipts/{taken.ReceiptId}.pdf"));
        Assert.Contains(bill.Number, ownBill.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains(taken.ReceiptNumber, receipt.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.See(db => db.Receipts.Where(r => r.Id == taken.ReceiptId).Select(r => r.PrintCount).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"{portal}/bills/{other.Id}.pdf")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await owner.GetAsync($"/{desk.Company.Slug}/bills/{bill.Id}.pdf")).StatusCode);
    }

    [Fact]
    public async Task A_foreign_company_finds_no_paper_here()
    {
        var (desk, run) = await Published.Value;
        var bill = await desk.See(db => db.Bills.FirstAsync());
        var own = await desk.SignInAsync(Role.Manager);
        var foreign = await desk.SignInAsync(Role.Manager, desk.Foreign);

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"/{desk.Company.Slug}/bills/{bill.Id}.pdf")).StatusCode);
        foreach (var path in new[] { $"bills/{bill.Id}.pdf", $"bills/print?run={run}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/{desk.Foreign.Slug}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"/{desk.Company.Slug}/{path}")).StatusCode);
        }
    }

    private static async Task<(Desk Desk, Guid Run)> PublishAsync()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("cuihu-garden.xlsx");
        var draft = await desk.In((BillRuns runs) => runs.DraftAsync(community, May));
        await desk.In((BillPublishing publishing) => publishing.PublishAsync(draft.RunId));
        return (desk, draft.RunId);
    }

    private static async Task<(PaymentTaken Taken, Bill Bill)> PayAsync(Desk desk, int nth)
    {
        var bill = await desk.See(db => db.Bills.AsNoTracking().OrderBy(b => b.Number).Skip(nth * 50).FirstAsync());
        var owed = new Money(await desk.See(db => db.Bills.Where(b => b.OwnerId == bill.OwnerId).SumAsync(b => b.Total.Fen)));
        var request = new PaymentRequest(Guid.NewGuid(), bill.OwnerId, [bill.Id], owed, [new Tender(PaymentMethod.Cash, owed)]);
        return (await desk.In((TakePayment take) => take.RunAsync(request)), bill);
    }

    private static async Task<HttpClient> SignInAsOwnerAsync(Desk desk, Guid ownerId)
    {
        var login = $"{Guid.NewGuid():n}@example.com";
        await using (var scope = desk.Enter())
        {
            var user = new DeskUser { UserName = login, DisplayName = "业主" };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, Desk.Password)).Succeeded);
            var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
            db.Add(Membership.OfOwner(await db.Owners.SingleAsync(o => o.Id == ownerId), user.Id));
            await db.SaveChangesAsync();
        }

        var client = desk.Anonymous();
        await Desk.PostAsync(client, "/account/login", "/account/login", new() { ["Input.Login"] = login, ["Input.Password"] = Desk.Password });
        return client;
    }

    private static async Task<PdfDocument> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("inline", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(bytes.Length, 1, 10 * 1024 * 1024);
        return PdfDocument.Open(bytes);
    }
}
