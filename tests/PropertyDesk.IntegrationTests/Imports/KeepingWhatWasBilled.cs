using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Imports;

namespace PropertyDesk.IntegrationTests.Imports;

/// <summary>A workbook that is imported again overwrites no fact that was recorded at the desk since.</summary>
public sealed class KeepingWhatWasBilled
{
    [Fact]
    public async Task Keeps_an_area_that_was_corrected_and_says_so()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, batch) = await desk.ImportAsync("jinxiu-messy.xlsx");
        var unit = await desk.See(db => db.Units.SingleAsync(u => u.Code == "1-1-202"));
        await desk.In((AreaCorrections areas) => areas.CorrectAsync(unit.Id, new DateOnly(2025, 5, 1), 91m, null, "实测报告"));
        var content = await desk.See(db => db.ImportBatches.Where(b => b.Id == batch).Select(b => b.Content).SingleAsync());

        var again = await desk.In((ImportRoom room) => room.UploadAsync(community, "again.xlsx", content));
        var preview = await desk.In((ImportRoom room) => room.PreviewAsync(again));
        await desk.In((ImportRoom room) => room.ConfirmAsync(again, acceptDoubts: true));

        Assert.Contains(preview.Problems, p => !p.IsError && p.Column.EndsWith("建筑面积", StringComparison.Ordinal) && p.Message.Contains("未更改", StringComparison.Ordinal));
        Assert.Equal(91m, await desk.See(db => db.Units.Where(u => u.Id == unit.Id).Select(u => u.BillingArea).SingleAsync()));
    }
}
