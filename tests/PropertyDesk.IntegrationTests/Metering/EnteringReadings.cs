using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.IntegrationTests.Metering;

/// <summary>Readings come in by page, phone and workbook; a doubtful one only with a person's word.</summary>
public sealed class EnteringReadings
{
    [Fact]
    public async Task Stores_what_is_good_and_gives_back_what_is_not_with_the_reason()
    {
        var walk = await Walk.OpenAsync();

        var (status, text) = await walk.EnterAsync((walk.Meters[0], "130", false), (walk.Meters[1], "900", false), (walk.Meters[2], "13o", false));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("已保存 1 个读数；2 个没有保存", text, StringComparison.Ordinal);
        Assert.Contains("用量远高于平均", text, StringComparison.Ordinal);
        Assert.Contains("不是数字", text, StringComparison.Ordinal);
        Assert.Contains("value=\"900\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"13o\"", text, StringComparison.Ordinal);
        Assert.Equal([130m], await walk.ReadingsAsync(walk.Meters[0], Walk.On));
        Assert.Empty(await walk.ReadingsAsync(walk.Meters[1], Walk.On));
        Assert.Empty(await walk.ReadingsAsync(walk.Meters[2], Walk.On));
    }

    [Fact]
    public async Task Keeps_who_confirmed_which_doubt()
    {
        var walk = await Walk.OpenAsync();

        var (status, _) = await walk.EnterAsync((walk.Meters[0], "120", true), (walk.Meters[1], "５", true));

        Assert.Equal(HttpStatusCode.Redirect, status);
        var readings = await walk.Desk.See(db => db.Readings.Where(r => r.Date == Walk.On).ToListAsync());
        Assert.Equal([ReadingDoubts.Zero, ReadingDoubts.LowerThanBefore], readings.Select(r => r.Doubts).Order());
        Assert.All(readings, r => Assert.Equal("测试员工", r.ConfirmedBy));
        Assert.Contains(readings, r => r is { Value: 5, Rollover: true });
    }

    /// <summary>The verdict hangs on the reading, not on the entrance.</summary>
    [Theory]
    [InlineData("130", true, true)]
    [InlineData("120", false, true)]
    [InlineData("900", false, true)]
    [InlineData("100000", false, false)]
    [InlineData("119", false, null)]
    public async Task Judges_alike_at_every_entrance(string value, bool taken, bool? takenWhenConfirmed)
    {
        foreach (var confirmed in new[] { false, true })
        {
            // A workbook is confirmed as a whole: what cannot be a rollover must be confirmed one by one.
            var expected = confirmed ? takenWhenConfirmed : taken;
            var page = await Walk.OpenAsync();
            await page.EnterAsync((page.Meters[0], value, confirmed));
            var phone = await Walk.OpenAsync();
            await phone.PhoneAsync(phone.Meters[0], value, confirmed);
            var workbook = await Walk.OpenAsync();
            await workbook.ImportAsync(workbook.Meters[0], value, Walk.On, confirmed);

            Assert.Equal(expected ?? true, (await page.ReadingsAsync(page.Meters[0], Walk.On)).Count == 1);
            Assert.Equal(expected ?? true, (await phone.ReadingsAsync(phone.Meters[0], new(2025, 6, 1))).Count == 1);
            Assert.Equal(expected ?? false, (await workbook.ReadingsAsync(workbook.Meters[0], Walk.On)).Count == 1);
        }
    }

    [Fact]
    public async Task An_estimate_is_proposed_from_the_meters_own_average_and_evened_out_without_a_doubt()
    {
        var walk = await Walk.OpenAsync();
        Assert.Contains("data-estimate=\"130\"", (await walk.Browser.GetStringAsync($"/{walk.Desk.Company.Slug}/Meters/Enter?building={walk.Building.Id}&on=2025-05-31")), StringComparison.Ordinal);
        await walk.Desk.In(async (Application.DeskDbContext db) =>
        {
            var estimate = new Reading(walk.Meters[0], new(2025, 5, 20), 140);
            estimate.MarkEstimated();
            db.Add(estimate);
            await db.SaveChangesAsync();
        });

        var (status, _) = await walk.EnterAsync((walk.Meters[0], "131", false));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal([131m], await walk.ReadingsAsync(walk.Meters[0], Walk.On));
    }

    [Fact]
    public async Task A_later_workbook_is_checked_against_the_archive_and_not_against_its_own_row()
    {
        var walk = await Walk.OpenAsync();
        await walk.EnterAsync((walk.Meters[0], "140", false));

        // The row's own 上期 is 120, but the archive knows 140 since.
        var preview = await walk.ImportAsync(walk.Meters[0], "130", new(2025, 6, 1), acceptDoubts: true);

        Assert.Contains(preview.Problems, p => p.Message.Contains("比上期小", StringComparison.Ordinal));
        Assert.Empty(await walk.ReadingsAsync(walk.Meters[0], new(2025, 6, 1)));
    }

    [Fact]
    public async Task Shows_how_far_the_month_has_come()
    {
        var walk = await Walk.OpenAsync();
        await walk.EnterAsync((walk.Meters[0], "130", false));

        var text = WebUtility.HtmlDecode(await walk.Browser.GetStringAsync($"/{walk.Desk.Company.Slug}/Meters?month=2025-05"));

        Assert.Contains("2025-05：已抄 1 块，共 3 块", text, StringComparison.Ordinal);
    }
}
