using System.Net;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>
/// A community without a single charge: three flats of 100 m² and a shop of 50 m², all of 张伟, a water meter in each
/// flat with readings of April and May (20 m³), and a collector at the desk who sets up charges by page.
/// </summary>
internal sealed class BareCommunity
{
    public static readonly BillingMonth May = new(2025, 5);
    private static readonly DateOnly Start = new(2024, 1, 1);

    private BareCommunity(Desk desk, Community community, HttpClient browser, List<Unit> units, Building building) =>
        (Desk, Community, Browser, Units, Building) = (desk, community, browser, units, building);

    public Desk Desk { get; }

    public Community Community { get; }

    public HttpClient Browser { get; }

    /// <summary>1-1-101, 1-1-102, 1-1-103 and the shop 1-S1.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public Building Building { get; }

    public static async Task<BareCommunity> OpenAsync(Role role = Role.Collector)
    {
        var desk = await Desk.OpenAsync();
        var community = new Community(desk.Company, "新小区");
        var building = new Building(community, "1栋", 1);
        var units = new[] { "101", "102", "103" }.Select(n => new Unit(building, "1单元", n, 100m, UnitKind.Residential)).Append(new Unit(building, null, "S1", 50m, UnitKind.Shop)).ToList();
        var owner = new Owner(community, "张伟");
        var meters = units.Take(3).Select((u, i) => new Meter(u, $"W{i + 1}", MeterKind.Water, 1, 5)).ToList();
        object[] rows =
        [
            community, building, .. units, owner, .. units.Select(u => new Ownership(u, owner, Start)), .. meters,
            .. meters.SelectMany(m => new[] { new Reading(m, new DateOnly(2025, 4, 30), 100m), new Reading(m, new DateOnly(2025, 5, 31), 120m) }),
        ];
        await desk.In(async (DeskDbContext db) =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });
        return new BareCommunity(desk, community, await desk.SignInAsync(role), units, building);
    }

    /// <summary>Fills a form and expects to be led on; gives the text of the page that follows.</summary>
    public async Task<string> FillAsync(string page, Dictionary<string, string> fields, string handler = "")
    {
        var answer = await PostAsync(page, fields, handler);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return WebUtility.HtmlDecode(await Browser.GetStringAsync(answer.Headers.Location));
    }

    /// <summary>Fills a form and expects the same page again; gives its text.</summary>
    public async Task<string> AnswerAsync(string page, Dictionary<string, string> fields, string handler = "", HttpStatusCode expected = HttpStatusCode.UnprocessableEntity)
    {
        var answer = await PostAsync(page, fields, handler);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == expected, text);
        return text;
    }

    public async Task<string> SeeAsync(string page) => WebUtility.HtmlDecode(await Browser.GetStringAsync($"/{Desk.Company.Slug}/{page}"));

    /// <summary>What each unit is charged for an item in May, by the unit's short form, from a new draft.</summary>
    public async Task<Dictionary<string, Money>> ChargedAsync(string item)
    {
        var run = await Desk.In((BillRuns runs) => runs.DraftAsync(Community.Id, May));
        await Desk.In((BillRuns runs) => runs.RecomputeAsync(run.RunId));
        return await Desk.See(async db =>
        {
            var lines = db.BillLines.Where(l => l.ItemName == item && l.Period == May).Select(l => new { l.Bill.Unit.Code, l.Amount });
            return lines.AsEnumerable().GroupBy(l => l.Code).ToDictionary(g => g.Key, g => Money.Sum(g.Select(l => l.Amount)));
        });
    }

    private Task<HttpResponseMessage> PostAsync(string page, Dictionary<string, string> fields, string handler)
    {
        var address = $"/{Desk.Company.Slug}/{page}";
        return Desk.PostAsync(Browser, address, address + (handler.Length == 0 ? "" : (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + handler), fields);
    }
}
