using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Metering;
using PropertyDesk.IntegrationTests.Imports;

namespace PropertyDesk.IntegrationTests.Metering;

/// <summary>A building with three water meters (W1 to W3), read on 28 February (100), 31 March (110) and 30 April (120), and a collector.</summary>
internal sealed class Walk
{
    public static readonly DateOnly On = new(2025, 5, 31);

    private Walk(Desk desk, Community community, Building building, List<Meter> meters, HttpClient browser) =>
        (Desk, Community, Building, Meters, Browser) = (desk, community, building, meters, browser);

    public Desk Desk { get; }

    public Community Community { get; }

    public Building Building { get; }

    public IReadOnlyList<Meter> Meters { get; }

    public HttpClient Browser { get; }

    public static async Task<Walk> OpenAsync(Role role = Role.Collector)
    {
        var desk = await Desk.OpenAsync();
        var community = new Community(desk.Company, "抄表小区");
        var building = new Building(community, "1栋", 1);
        var units = new[] { "101", "102", "103" }.Select(n => new Unit(building, "1单元", n, 100m, UnitKind.Residential)).ToList();
        var meters = units.Select((u, i) => new Meter(u, $"W{i + 1}", MeterKind.Water, 1, 5)).ToList();
        DateOnly[] days = [new(2025, 2, 28), new(2025, 3, 31), new(2025, 4, 30)];
        object[] rows = [community, building, .. units, .. meters, .. meters.SelectMany(m => days.Select((day, i) => new Reading(m, day, 100 + (10 * i))))];
        await desk.In(async (DeskDbContext db) =>
        {
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });
        return new Walk(desk, community, building, meters, await desk.SignInAsync(role));
    }

    public Task<List<decimal>> ReadingsAsync(Meter meter, DateOnly on) =>
        Desk.See(db => db.Readings.Where(r => r.MeterId == meter.Id && r.Date == on).Select(r => r.Value).ToListAsync());

    /// <summary>Types readings into the page, meter by meter, and gives the answer's text.</summary>
    public Task<(HttpStatusCode Status, string Text)> EnterAsync(params (Meter Meter, string Value, bool Confirmed)[] rows)
    {
        var fields = new Dictionary<string, string>();
        for (var i = 0; i < rows.Length; i++)
        {
            (fields[$"Rows[{i}].MeterId"], fields[$"Rows[{i}].Value"]) = ($"{rows[i].Meter.Id}", rows[i].Value);
            fields[$"Rows[{i}].Confirmed"] = rows[i].Confirmed ? "true" : "false";
        }

        return PostAsync($"Meters/Enter?building={Building.Id}&on={On:yyyy-MM-dd}", fields);
    }

    /// <summary>Enters one reading on the phone, on today's date.</summary>
    public Task<(HttpStatusCode Status, string Text)> PhoneAsync(Meter meter, string value, bool confirmed = false, bool estimated = false) =>
        PostAsync($"Meters/Phone?building={Building.Id}", new()
        {
            ["Input.MeterId"] = $"{meter.Id}",
            ["Input.Value"] = value,
            ["Input.Confirmed"] = confirmed ? "true" : "false",
            ["Input.Estimated"] = estimated ? "true" : "false",
        });

    /// <summary>Uploads a workbook with the month's readings and confirms it.</summary>
    public async Task<ImportPreview> ImportAsync(Meter meter, string value, DateOnly on, bool acceptDoubts)
    {
        var number = meter.Number[1..];
        var file = SmallWorkbook.Of("水电表",
        [
            ["表号", "表类型", "楼栋", "单元", "房号", "上期读数", "上期抄表日", "本期读数", "本期抄表日"],
            [meter.Number, "水表", "1栋", "1单元", "10" + number, "120", "2025-04-30", value, on.ToString("yyyy-MM-dd")],
        ]);
        var batch = await Desk.In((ImportRoom room) => room.UploadAsync(Community.Id, "readings.xlsx", file));
        var preview = await Desk.In((ImportRoom room) => room.PreviewAsync(batch));
        await Desk.In((ImportRoom room) => room.ConfirmAsync(batch, acceptDoubts));
        return preview;
    }

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string page, Dictionary<string, string> fields)
    {
        var address = $"/{Desk.Company.Slug}/{page}";
        var answer = await Desk.PostAsync(Browser, address, address, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
