using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A new community comes to be by page alone: community, building, units, owners.</summary>
public sealed class BuildingACommunityUp
{
    [Fact]
    public async Task Needs_no_workbook()
    {
        var desk = await Desk.OpenAsync();
        using var manager = await desk.SignInAsync(Role.Manager);

        var buildings = await FillAsync(desk, manager, "/Communities/New", new() { ["Input.Name"] = "锦绣家园", ["Input.Phone"] = "021-55550000" });
        var units = await FillAsync(desk, manager, buildings, new() { ["Input.Name"] = "3栋" });
        var list = await FillAsync(desk, manager, units, new()
        {
            ["Input.Entrance"] = "2单元",
            ["Input.FloorFrom"] = "9",
            ["Input.FloorTo"] = "11",
            ["Input.Rooms"] = "01，02",
            ["Input.Areas"] = "89.43, 110",
            ["Input.Status"] = nameof(UnitStatus.Unsold),
            ["Input.Developer"] = "锦绣置业",
            ["Input.From"] = "2025-05-01",
        });
        var unit = await desk.See(db => db.Units.Where(u => u.Code == "3-2-1002").Select(u => u.Id).SingleAsync());
        var page = await FillAsync(desk, manager, $"/Units/Change/Transfer/{unit}", new()
        {
            ["Input.On"] = "2025-05-10",
            ["Input.HandedOverOn"] = "2025-05-10",
            ["Input.People[0].Name"] = "郑一",
            ["Input.People[0].Phone"] = "13500000000",
        });

        var shown = WebUtility.HtmlDecode(await manager.GetStringAsync("/" + desk.Company.Slug + list));
        Assert.All(new[] { "3-2-901", "3-2-902", "3-2-1001", "3-2-1002", "3-2-1101", "3-2-1102" }, code => Assert.Contains(code, shown, StringComparison.Ordinal));
        Assert.Equal([89.43m, 110m], await desk.See(db => db.Units.Where(u => u.Number == "901" || u.Number == "902").OrderBy(u => u.Number).Select(u => u.BillingArea).ToListAsync()));
        Assert.Equal(6, await desk.See(db => db.Ownerships.CountAsync(o => o.Owner.Kind == OwnerKind.Developer)));
        Assert.Contains("锦绣置业 → 郑一", WebUtility.HtmlDecode(await manager.GetStringAsync("/" + desk.Company.Slug + page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Rooms", "01, 01", "已经有了")]
    [InlineData("Input.Areas", "89, 90, 91", "和房号一样多")]
    [InlineData("Input.Areas", "大", "不是面积")]
    [InlineData("Input.Areas", "0", "不合理")]
    [InlineData("Input.FloorTo", "1", "从低到高")]
    [InlineData("Input.Developer", "", "请填写开发商")]
    public async Task Refuses_units_that_cannot_be(string field, string value, string message)
    {
        var desk = await Desk.OpenAsync();
        using var manager = await desk.SignInAsync(Role.Manager);
        var units = await FillAsync(desk, manager, await FillAsync(desk, manager, "/Communities/New", new() { ["Input.Name"] = "锦绣家园" }), new() { ["Input.Name"] = "3栋" });
        var fields = new Dictionary<string, string>
        {
            ["Input.FloorFrom"] = "2",
            ["Input.FloorTo"] = "3",
            ["Input.Rooms"] = "01, 02",
            ["Input.Areas"] = "89",
            ["Input.Status"] = nameof(UnitStatus.Unsold),
            ["Input.Developer"] = "锦绣置业",
            ["Input.From"] = "2025-05-01",
            [field] = value,
        };

        using var answer = await Desk.PostAsync(manager, "/" + desk.Company.Slug + units, "/" + desk.Company.Slug + units, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await desk.See(db => db.Units.CountAsync()));
    }

    [Fact]
    public async Task Removes_a_unit_added_by_mistake_and_none_that_is_in_use()
    {
        var forms = await UnitForms.OpenAsync();
        var building = await forms.Desk.See(db => db.Buildings.Select(b => b.Id).SingleAsync());
        await FillAsync(forms.Desk, forms.Browser, $"/Communities/NewUnits/{building}", new()
        {
            ["Input.Rooms"] = "S9",
            ["Input.Areas"] = "50",
            ["Input.Status"] = nameof(UnitStatus.Occupied),
            ["Input.From"] = "2025-05-01",
        });
        var mistaken = await forms.Desk.See(db => db.Units.Where(u => u.Number == "S9").Select(u => u.Id).SingleAsync());

        await FillAsync(forms.Desk, forms.Browser, $"/Communities/Unit/{mistaken}", new() { ["kind"] = nameof(UnitKind.Shop) });
        var kind = await forms.Desk.See(db => db.Units.Where(u => u.Id == mistaken).Select(u => u.Kind).SingleAsync());
        await FillAsync(forms.Desk, forms.Browser, $"/Communities/Unit/{mistaken}?handler=Remove", []);
        var used = $"/{forms.Desk.Company.Slug}/Communities/Unit/{forms.Till.Own.Units[0].Id}";
        using var refused = await Desk.PostAsync(forms.Browser, used, used + "?handler=Remove", []);

        Assert.Equal(UnitKind.Shop, kind);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["1801", "1802", "1803"], await forms.Desk.See(db => db.Units.OrderBy(u => u.Number).Select(u => u.Number).ToListAsync()));
    }

    [Fact]
    public async Task Adds_owners_to_the_archive_once()
    {
        var desk = await Desk.OpenAsync();
        using var manager = await desk.SignInAsync(Role.Manager);
        await FillAsync(desk, manager, "/Communities/New", new() { ["Input.Name"] = "锦绣家园" });
        var fields = new Dictionary<string, string>
        {
            ["Input.Community"] = (await desk.See(db => db.Communities.Select(c => c.Id).SingleAsync())).ToString(),
            ["Input.Name"] = "郑一",
            ["Input.Phone"] = "13500000000",
        };

        await FillAsync(desk, manager, "/Owners/New", fields);
        using var again = await Desk.PostAsync(manager, $"/{desk.Company.Slug}/Owners/New", $"/{desk.Company.Slug}/Owners/New", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(["郑一"], await desk.See(db => db.Owners.Select(o => o.Name).ToListAsync()));
    }

    /// <summary>Fills a form and gives the address that it leads to, without the company.</summary>
    private static async Task<string> FillAsync(Desk desk, HttpClient browser, string page, Dictionary<string, string> fields)
    {
        var slug = "/" + desk.Company.Slug;
        using var answer = await Desk.PostAsync(browser, slug + page, slug + page, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!.OriginalString[slug.Length..];
    }
}
