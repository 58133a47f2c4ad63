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
    public async Task Finds_the_owner_once_with_what_is_owed(string text)
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(13.60m)));

        var hits = await till.WithAsync((DeskSearch s) => s.FindAsync(text));

        var hit = Assert.Single(hits);
        Assert.Equal(till.Own.Zhang.Id, hit.OwnerId);
        Assert.Equal(("3-2-1801, 3-2-1802", "138****1234", Money.Exact(1100m)), (hit.Units, hit.Phone, hit.Outstanding));
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
