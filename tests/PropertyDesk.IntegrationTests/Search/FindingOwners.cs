using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Search;

public sealed class FindingOwners
{
    [Theory]
    [InlineData("张伟")]
    [InlineData("伟")]
    [InlineData("13812341234")]
    [InlineData("138 1234 1234")]
    [InlineData("1234")]
    [InlineData("１２３４")]
    [InlineData("3-2-1801")]
    [InlineData("3栋2单元1801")]
    [InlineData("3栋2单元1801室")]
    [InlineData("3#2-1802")]
    [InlineData("1802")]
    [InlineData("沪F70510")]
    [InlineData("沪f·70510")]
    [InlineData("70510")]
    [InlineData("B1-0023")]
    [InlineData("W000001")]
    [InlineData("0001")]
    [InlineData("202503-00001")]
    [InlineData("A-000001")]
    [InlineData("a1")]
    [InlineData("321801")]
    [InlineData("3.2.1801")]
    [InlineData("000001")]
    [InlineData("zw")]
    [InlineData("ZW")]
    public async Task Finds_the_owner_once_with_what_is_owed(string text)
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(13.60m)));

        var hits = await till.WithAsync((DeskSearch s) => s.FindAsync(text));

        var hit = Assert.Single(hits);
        Assert.Equal(till.Own.Zhang.Id, hit.OwnerId);
        Assert.Equal(("3-2-1801, 3-2-1802", "138****1234", Money.Exact(1100m)), (hit.Units, hit.Phone, hit.Outstanding));
    }

    [Fact]
    public async Task Reads_what_a_scanner_types_from_a_printed_bill_or_receipt()
    {
        var till = await Till.OpenAsync();
        var taken = await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(13.60m)));
        var bill = await till.SeeAsync(db => db.Bills.AsNoTracking().Where(b => b.OwnerId == till.Own.Li.Id).OrderBy(b => b.Number).FirstAsync());
        var code = await till.SeeAsync(db => db.Receipts.Select(r => r.Code).SingleAsync());
        var foreign = await till.Desk.In(till.Desk.Foreign, (PropertyDesk.Application.DeskDbContext db) => db.Bills.Select(b => b.Id).FirstAsync());

        var byBill = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync($"https://desk.example/own/portal/bills/details/{bill.Id}")));
        var byPrinted = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync($"https://desk.example/account/bill/{Domain.Accounts.PrintedCode.Write(till.Desk.Company.Id, bill.Code)}")));
        var byReceipt = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync($"https://desk.example/account/receipt/{till.Desk.Company.Id}-{code}")));
        var byCode = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync(code.ToLowerInvariant())));

        Assert.Equal((till.Own.Li.Id, bill.Number), (byBill.OwnerId, byBill.By));
        Assert.Equal((till.Own.Li.Id, bill.Number), (byPrinted.OwnerId, byPrinted.By));
        Assert.Equal((till.Own.Zhang.Id, taken.ReceiptNumber), (byReceipt.OwnerId, byReceipt.By));
        Assert.Equal(till.Own.Zhang.Id, byCode.OwnerId);
        Assert.Empty(await till.WithAsync((DeskSearch s) => s.FindAsync($"https://desk.example/x/{foreign}")));
    }

    [Fact]
    public async Task Finds_who_rents_a_unit_beside_who_owns_it_and_says_so()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync<PropertyDesk.Application.DeskDbContext>(async db =>
        {
            var community = await db.Communities.SingleAsync();
            var renter = new Owner(community, "曾租客", OwnerKind.Lessee);
            db.AddRange(renter, new Lease(await db.Units.SingleAsync(u => u.Code == "3-2-1803"), renter, new DateOnly(2025, 1, 1), null, await db.ChargeItems.ToListAsync()));
            await db.SaveChangesAsync();
        });

        var hits = await till.WithAsync((DeskSearch s) => s.FindAsync("3-2-1803"));

        Assert.Equal(["李娜", "曾租客"], hits.Select(h => h.Name));
        Assert.Equal([DeskFlag.Renter], hits[1].Flags);
        Assert.Equal("3-2-1803", hits[1].Units);
        Assert.Equal("曾租客", Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync("zzk"))).Name);
    }

    [Fact]
    public async Task Tells_what_the_desk_should_know_before_a_word_is_said()
    {
        var till = await Till.OpenAsync();
        var ask = await till.AskAsync(till.Own.Li);
        await till.TakeAsync(ask.Paying(ask.SeenTotal + Money.Exact(5m)) with { RestToPurse = true });
        await till.MoveDueDatesApartAsync();

        var zhang = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync("张伟")));
        var li = Assert.Single(await till.WithAsync((DeskSearch s) => s.FindAsync("李娜")));

        Assert.Equal([DeskFlag.Prepaid], li.Flags);
        Assert.Equal(till.Today > new DateOnly(2025, 4, 30) ? [DeskFlag.Overdue] : [], zhang.Flags);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("234")]
    [InlineData("王五")]
    [InlineData("%")]
    [InlineData("_伟")]
    [InlineData("' OR 1=1 --")]
    [InlineData("A-000002")]
    [InlineData("999999999999999999999")]
    public async Task Finds_nobody(string text)
    {
        var till = await Till.OpenAsync();
        Assert.Empty(await till.WithAsync((DeskSearch s) => s.FindAsync(text)));
    }

    [Fact]
    public async Task Gives_both_owners_of_one_floor_in_the_order_of_the_doors()
    {
        var till = await Till.OpenAsync();
        var hits = await till.WithAsync((DeskSearch s) => s.FindAsync("3-2-18"));
        Assert.Equal(["张伟", "李娜"], hits.Select(h => h.Name));
    }

    [Fact]
    public async Task Shows_no_more_than_fit_under_the_box()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync<PropertyDesk.Application.DeskDbContext>(db =>
        {
            db.AddRange(Enumerable.Range(0, 12).Select(n => new Owner(till.Own.Community, $"欧阳{n}")));
            return db.SaveChangesAsync();
        });
        Assert.Equal(DeskSearch.FewResults, (await till.WithAsync((DeskSearch s) => s.FindAsync("欧阳"))).Count);
        Assert.Equal(12, (await till.WithAsync((DeskSearch s) => s.FindAsync("欧阳", 60))).Count);
    }
}
