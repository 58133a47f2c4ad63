using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>What machines do besides dying: their disk is full, their clock jumps.</summary>
public sealed class MeetingBadWeather
{
    private const string NoLimit = "1073741823";

    [Fact]
    public async Task A_run_that_meets_a_full_disk_leaves_nothing_and_is_made_when_there_is_room()
    {
        await using var host = await DeskHost.StartAloneAsync();
        var desk = await Desk.OpenAsync(host);
        var (community, _, _) = await desk.ImportAsync("cuihu-garden.xlsx");
        await using (var scope = desk.Enter())
        {
            var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
            await db.Database.OpenConnectionAsync();
            await FillTheDiskAsync(db);

            var error = await Record.ExceptionAsync(() => scope.ServiceProvider.GetRequiredService<BillRuns>().DraftAsync(community, Till.March));

            await MakeRoomAsync(db);
            Assert.NotNull(error);
            Assert.Contains("full", error.GetBaseException().Message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal((0, 0, 0), await desk.See(async db => (await db.BillRuns.CountAsync(), await db.Bills.CountAsync(), await db.BillLines.CountAsync())));
        var made = await desk.In((BillRuns r) => r.DraftAsync(community, Till.March));
        Assert.True(made.IsNew);
        Assert.Equal(made.BillCount, await desk.See(db => db.Bills.CountAsync()));
        Assert.True(made.BillCount > 0);
        Assert.Empty((await desk.In((LedgerAudit a) => a.RunAsync())).Broken);
    }

    [Fact]
    public async Task A_clock_that_jumps_over_the_end_of_a_month_and_back_books_everything_once_and_nothing_into_a_closed_month()
    {
        await using var host = await DeskHost.StartAloneAsync();
        var till = await Till.OpenAsync(await Desk.OpenAsync(host));
        var midnight = new DateTimeOffset(2025, 7, 1, 0, 0, 0, TimeSpan.FromHours(8));
        host.Clock.AdjustTime(midnight.AddSeconds(-20));
        var before = await till.AskAsync(till.Own.Zhang);

        // The form was seen in June, and is sent in July, twice; the clock is set right in between.
        host.Clock.AdjustTime(midnight.AddSeconds(20));
        var first = await till.TakeAsync(before);
        host.Clock.AdjustTime(midnight.AddMinutes(-10));
        var again = await till.TakeAsync(before);
        Assert.Equal(first.ReceiptNumber, again.ReceiptNumber);
        Assert.Equal([new DateOnly(2025, 7, 1)], await till.SeeAsync(db => db.Payments.Select(p => p.PaidOn).ToListAsync()));

        // June is closed, and then the clock believes in June once more.
        host.Clock.AdjustTime(midnight.AddDays(4));
        await till.WithAsync((PeriodClosings p) => p.CloseAsync(new BillingMonth(2025, 6)));
        host.Clock.AdjustTime(midnight.AddMinutes(-10));
        var inJune = await till.SeeAsync(db => db.JournalEntries.CountAsync(j => j.Date < new DateOnly(2025, 7, 1)));
        Assert.Equal("{0} 已由 {1} 关账，不能再记账。", await till.TryTakeAsync(await till.AskAsync(till.Own.Li)));
        Assert.Equal(inJune, await till.SeeAsync(db => db.JournalEntries.CountAsync(j => j.Date < new DateOnly(2025, 7, 1))));

        host.Clock.AdjustTime(midnight.AddDays(4).AddMinutes(1));
        Assert.True((await till.AuditAsync()).IsSound);
    }

    // The embedded database is told that its disk ends here; a server says itself what it says when its disk is full.
    private static async Task FillTheDiskAsync(DeskDbContext db)
    {
        if (TestEngine.Provider == "Sqlite")
        {
            var pages = await db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").SingleAsync();
            await LimitAsync(db, (pages + 12).ToString(CultureInfo.InvariantCulture));
            return;
        }

        Assert.SkipWhen(TestEngine.Provider == "SqlServer", "Bulk copies of SQL Server do not fire the trigger that says that the disk is full.");
        await db.Database.ExecuteSqlRawAsync("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: disk full' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON "BillLines" EXECUTE FUNCTION no_room();
            """);
    }

    private static Task<int> MakeRoomAsync(DeskDbContext db) => TestEngine.Provider == "Sqlite" ? LimitAsync(db, NoLimit) : db.Database.ExecuteSqlRawAsync("DROP TRIGGER no_room ON \"BillLines\"; DROP FUNCTION no_room();");

    private static Task<int> LimitAsync(DeskDbContext db, string pages)
    {
        var command = "PRAGMA max_page_count = " + pages;
        return db.Database.ExecuteSqlRawAsync(command);
    }
}
