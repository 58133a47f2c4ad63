using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Imports;

/// <summary>The two communities' workbooks, from the file to the archive.</summary>
public sealed class ImportingWorkbooks
{
    [Fact]
    public async Task Takes_the_clean_workbook_whole()
    {
        var desk = await Desk.OpenAsync();
        var (_, preview, _) = await desk.ImportAsync("cuihu-garden.xlsx");

        Assert.Equal([660, 320, 1320, 7, 9], SheetForm.All.Select(form => preview.Counts[form.Name].New));
        Assert.Equal(0, preview.Errors);
        // 170 flats used nothing, 7 counters passed zero: each needs a person's word.
        Assert.Equal(177, preview.Problems.Count);
        Assert.Equal(177, preview.Doubts);
        Assert.All(preview.Problems, p => Assert.Equal("水电表", p.Sheet));
        Assert.Equal("2025-05", preview.Period);
        Assert.Equal(660, await desk.See(db => db.Units.CountAsync()));
        Assert.Equal(2640, await desk.See(db => db.Readings.CountAsync()));
        Assert.Equal(34, await desk.See(db => db.Ownerships.CountAsync(o => o.Owner.Kind == OwnerKind.Developer)));
        // 66.70999999999999 in the file is 66.71 on paper.
        Assert.Equal(66.71m, await desk.See(db => db.Units.Where(u => u.Code == "商铺-S11").Select(u => u.BillingArea).SingleAsync()));
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        var desk = await Desk.OpenAsync();
        await desk.ImportAsync("cuihu-garden.xlsx");
        var rows = await CountAsync(desk);

        var (_, again, _) = await desk.ImportAsync("cuihu-garden.xlsx");

        Assert.False(again.HasWork);
        Assert.Equal(rows, await CountAsync(desk));
    }

    [Fact]
    public async Task Writes_nothing_before_it_is_confirmed()
    {
        var desk = await Desk.OpenAsync();
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "cuihu-garden.xlsx"));
        await desk.In(async (ImportRoom room) => await room.PreviewAsync(await room.UploadAsync(null, "a.xlsx", file)));

        Assert.Equal(0, await CountAsync(desk));
        Assert.Equal(0, await desk.See(db => db.Communities.CountAsync()));
    }

    [Fact]
    public async Task Is_undone_as_a_whole_until_something_is_billed()
    {
        var desk = await Desk.OpenAsync();
        var (_, _, batch) = await desk.ImportAsync("jinxiu-messy.xlsx");
        await desk.In((UndoImport undo) => undo.UndoAsync(batch));
        Assert.Equal(0, await CountAsync(desk));

        var (community, _, again) = await desk.ImportAsync("jinxiu-messy.xlsx");
        await desk.In((BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 5)));
        var rows = await CountAsync(desk);

        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((UndoImport undo) => undo.UndoAsync(again)));
        Assert.Equal(rows, await CountAsync(desk));
    }

    public static TheoryData<string, int, string, bool> BadCells => new()
    {
        { "房屋业主", 19, "交付日期", true },
        { "房屋业主", 21, "业主姓名", false },
        { "房屋业主", 25, "身份证号", false },
        { "房屋业主", 29, "建筑面积", true },
        { "房屋业主", 33, "业主姓名", true },
        { "房屋业主", 35, "业主姓名", false },
        { "水电表", 18, "本期读数", false },
        { "水电表", 42, "本期读数", false },
        { "水电表", 102, "本期读数", false },
        { "水电表", 156, "本期读数", false },
        { "水电表", 158, "本期读数", false },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public async Task Names_each_bad_cell(string sheet, int row, string column, bool isError)
    {
        var problem = Assert.Single((await MessyAsync()).Problems, p => p.Sheet == sheet && p.Row == row && p.Column.EndsWith(column, StringComparison.Ordinal));
        Assert.Equal(isError, problem.IsError);
        Assert.NotEmpty(problem.Message);
    }

    [Fact]
    public async Task Imports_the_good_rows_of_the_messy_workbook_as_they_are_meant()
    {
        var desk = await Desk.OpenAsync();
        var (_, preview, _) = await desk.ImportAsync("jinxiu-messy.xlsx");

        var refused = preview.Problems.Where(p => p.IsError && p.Sheet == "房屋业主").Select(p => p.Row).Distinct().Count();
        Assert.Equal(100 - refused, await desk.See(db => db.Units.CountAsync()));
        Assert.Contains(preview.SkippedTotals, t => t.Row == 103);
        var owners = await desk.See(db => db.Owners.AsNoTracking().ToListAsync());
        Assert.Contains(owners, o => o.Name == "<script>alert(1)</script>");
        Assert.Contains(owners, o => o.Name == "张宇");
        Assert.Contains(owners, o => o.Phone == "19901234567");
        Assert.Contains(owners, o => o.Phone == "19901234568");
        Assert.Contains(owners, o => o.Name == "张三" && o.Phone is null);
        Assert.Contains(owners, o => o.Name == "李四" && o.Phone is null);
        Assert.Equal(89.43m, await desk.See(db => db.Units.Where(u => u.Code == "1-1-202").Select(u => u.BillingArea).SingleAsync()));
    }

    [Fact]
    public async Task Refuses_what_is_no_workbook()
    {
        var desk = await Desk.OpenAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((ImportRoom room) => room.UploadAsync(null, "a.xlsx", [1, 2, 3])));
    }

    private static readonly Lazy<Task<ImportPreview>> Messy = new(async () => (await (await Desk.OpenAsync()).ImportAsync("jinxiu-messy.xlsx")).Preview);

    private static Task<ImportPreview> MessyAsync() => Messy.Value;

    private static Task<int> CountAsync(Desk desk) => desk.See(async db =>
        await db.Units.CountAsync() + await db.Owners.CountAsync() + await db.Ownerships.CountAsync() + await db.Meters.CountAsync() + await db.Readings.CountAsync()
        + await db.ChargeAssignments.CountAsync() + await db.ParkingUses.CountAsync() + await db.TariffVersions.CountAsync() + await db.SharedReadings.CountAsync());
}
