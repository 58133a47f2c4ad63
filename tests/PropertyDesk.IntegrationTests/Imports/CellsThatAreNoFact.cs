using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.Spreadsheets;

namespace PropertyDesk.IntegrationTests.Imports;

/// <summary>What a sheet shows in a row without saying it of that row is reported, never taken.</summary>
public sealed class CellsThatAreNoFact
{
    [Fact]
    public async Task A_merged_building_counts_for_its_rows_and_a_merged_area_for_the_first_only()
    {
        var preview = await PreviewAsync(SmallWorkbook.Of("房屋业主",
        [
            ["小区", "楼栋", "单元", "房号", "建筑面积", "房屋类型", "状态", "业主姓名"],
            ["合并园", "1栋", "1", "101", "80.00", "住宅", "已入住", "赵一"],
            ["", "", "", "102", "81.00", "住宅", "已入住", "钱二"],
            ["", "", "", "103", "", "住宅", "已入住", "孙三"],
            ["", "", "", "", "", "", "", ""],
        ], "A2:A5", "B2:B5", "C2:C5", "E3:E4"));

        Assert.Equal(2, preview.Counts["房屋业主"].New);
        var problem = Assert.Single(preview.Problems);
        Assert.Equal((true, 4, "E 建筑面积"), (problem.IsError, problem.Row, problem.Column));
    }

    [Theory]
    [InlineData("2025-05-01", 0)]
    [InlineData("2025-04-30", 1)]
    [InlineData("2025-03-31", 1)]
    public async Task A_reading_is_after_the_one_before(string current, int refused)
    {
        var preview = await PreviewAsync(SmallWorkbook.Of("水电表",
        [
            ["表号", "表类型", "楼栋", "单元", "房号", "上期读数", "上期抄表日", "本期读数", "本期抄表日"],
            ["W-1", "水表", "1栋", "1单元", "101", "100", "2025-04-30", "110", current],
        ]), await CommunityAsync());

        Assert.Equal(refused, preview.Problems.Count(p => p.IsError && p.Column == "I 本期抄表日"));
    }

    [Fact]
    public async Task Failed_rows_stand_under_their_own_headings_though_a_title_is_above()
    {
        var file = SmallWorkbook.Of("房屋业主",
        [
            ["合并园住户表", "", "", "", "", "", ""],
            ["小区", "楼号", "房号", "面积", "类型", "状态", "业主"],
            ["合并园", "1栋", "101", "80.00", "住宅", "已入住", "赵一"],
            ["", "", "102", "", "住宅", "已入住", "=1+1"],
        ], "A1:G1", "A3:A4", "B3:B4", "D3:D4");
        var desk = await Desk.OpenAsync();
        var (workbook, preview) = await desk.In(async (ImportRoom room) => await room.FailedAsync(await room.UploadAsync(null, "small.xlsx", file)));

        var sheet = Assert.Single(ImportWorkbooks.Failed(workbook, preview.Problems));

        Assert.Equal(["小区", "楼号", "房号", "面积", "类型", "状态", "业主"], sheet.Headings.SkipLast(1).Select(h => h.Title));
        Assert.Equal(["合并园", "1栋", "102", null, "住宅", "已入住", "=1+1"], Assert.Single(sheet.Rows).SkipLast(1));
    }

    [Fact]
    public async Task What_the_desk_writes_the_desk_reads_without_a_table_program_in_between()
    {
        var desk = await Desk.OpenAsync();
        await using var scope = desk.Enter();
        var form = ImportWorkbooks.Template()[0];
        IReadOnlyList<object?> row = ["合并园", "1栋", null, "101", 80.5m, "住宅", "已入住", "赵一", "13800001111", null, new DateOnly(2020, 3, 31), null];
        var wide = new Sheet("宽表", [.. Enumerable.Range(1, 60).Select(n => new SheetHeading($"列{n}"))], [[.. Enumerable.Range(1, 60).Select(n => (object?)n)]]);
        using var file = new MemoryStream();
        scope.ServiceProvider.GetRequiredService<IWorkbookWriter>().Write([form with { Rows = [row] }, wide], file);

        var read = scope.ServiceProvider.GetRequiredService<IWorkbookReader>().Read(file.ToArray());

        Assert.Equal(form.Headings.Select(h => h.Title), read.Sheets[0].Rows[0].Cells.Values);
        Assert.Equal(["A", "B", "D", "E", "F", "G", "H", "I", "K"], read.Sheets[0].Rows[1].Cells.Keys);
        Assert.Equal((80.5m, "BH", 60m), (read.Sheets[0].Rows[1].Cells["E"], read.Sheets[1].Rows[1].Cells.Keys.Last(), read.Sheets[1].Rows[1].Cells["BH"]));
    }

    private static async Task<(Desk Desk, Guid Community)> CommunityAsync()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("jinxiu-messy.xlsx");
        return (desk, community);
    }

    private static async Task<ImportPreview> PreviewAsync(byte[] file, (Desk Desk, Guid Community)? into = null)
    {
        var desk = into?.Desk ?? await Desk.OpenAsync();
        return await desk.In(async (ImportRoom room) => await room.PreviewAsync(await room.UploadAsync(into?.Community, "small.xlsx", file)));
    }
}
