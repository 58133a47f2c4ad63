using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.IntegrationTests.Dunning;

/// <summary>The clock is moved day by day; the job runs twice each day, crashes once, and is started four times at once.</summary>
[Collection(nameof(DunningRig))]
public sealed class ClimbingForSixtyDays
{
    [Fact]
    public async Task Every_rung_is_taken_once_for_every_bill_and_told_once_to_every_owner()
    {
        var rig = await DunningRig.OpenAsync();
        for (var day = -20; day <= 40; day++)
        {
            if (day == 7)
            {
                await CrashAsync(rig, day);
            }

            await rig.RunAsync(day);
            Assert.Equal(0, await rig.RunAsync(day));
        }

        foreach (var (owner, bills) in new[] { (rig.Zhang, 4), (rig.Li, 2) })
        {
            var steps = await rig.StepsAsync(owner);
            Assert.Equal(bills, steps.Select(s => s.Bill).Distinct().Count());
            Assert.All(steps.GroupBy(s => s.Bill), bill => Assert.Equal(DunningRig.Rungs.Select(r => (r.Kind, r.Days)), bill.Select(s => (s.Kind, s.Day))));
            var contacts = await rig.Till.SeeAsync(db => db.DunningContacts.Where(c => c.OwnerId == owner.Id).OrderBy(c => c.Day).Select(c => c.Kind).ToListAsync());
            Assert.Equal(DunningRig.Rungs.Select(r => r.Kind), contacts);
        }

        // One message for all bills of an owner, with the sum of them.
        var message = await rig.Till.SeeAsync(db => db.Deliveries.SingleAsync(d => d.Kind == DeliveryKind.Overdue && d.OwnerId == rig.Zhang.Id));
        Assert.Contains("¥1,113.60", message.Body, StringComparison.Ordinal);
        Assert.Contains("3-2-1801、3-2-1802", message.Body, StringComparison.Ordinal);
        Assert.Equal(6, await rig.Till.SeeAsync(db => db.Deliveries.CountAsync(d => d.Kind == DeliveryKind.Overdue || d.Kind == DeliveryKind.DueSoon || d.Kind == DeliveryKind.DueToday)));
        Assert.Equal(0, await rig.Desk.In<DeskDbContext, int>(rig.Desk.Foreign, db => db.DunningSteps.CountAsync()));
    }

    [Fact]
    public async Task Four_runs_at_once_take_each_rung_once()
    {
        var rig = await DunningRig.OpenAsync();
        rig.GoTo(7);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Desk.In((DunningDay d) => d.RunAsync(rig.Due.AddDays(7))))));

        Assert.Equal(6, taken.Sum());
        Assert.Equal(6, await rig.Till.SeeAsync(db => db.DunningSteps.CountAsync()));
        Assert.Equal(2, await rig.Till.SeeAsync(db => db.Deliveries.CountAsync(d => d.Kind == DeliveryKind.Overdue)));
    }

    [Fact]
    public async Task A_bill_joins_the_call_and_the_letter_that_wait()
    {
        var rig = await DunningRig.OpenAsync();
        var late = (await rig.BillsAsync(rig.Li))[1];
        await rig.Till.SeeAsync(db => db.Bills.Where(b => b.Id == late).ExecuteUpdateAsync(set => set.SetProperty(b => b.DueOn, (DateOnly?)rig.Due.AddDays(5))));

        await rig.RunAsync(-4, 40);

        var steps = await rig.Till.SeeAsync(db => db.DunningSteps.Where(s => s.Bill.OwnerId == rig.Li.Id && (s.Kind == DunningKind.Call || s.Kind == DunningKind.Letter)).ToListAsync());
        Assert.Equal(4, steps.Count);
        Assert.Equal(2, steps.Select(s => s.ContactId).Distinct().Count());
    }

    [Fact]
    public async Task An_owner_gets_one_message_a_day_the_graver_first()
    {
        var rig = await DunningRig.OpenAsync();
        var late = (await rig.BillsAsync(rig.Li))[1];
        // On the seventh day one bill is overdue, the other due in three days.
        await rig.Till.SeeAsync(db => db.Bills.Where(b => b.Id == late).ExecuteUpdateAsync(set => set.SetProperty(b => b.DueOn, (DateOnly?)rig.Due.AddDays(10))));

        await rig.RunAsync(-4, 8);

        var messages = await rig.Till.SeeAsync(db => db.Deliveries.Where(d => d.OwnerId == rig.Li.Id && d.Kind != DeliveryKind.BillIssued).OrderBy(d => d.Day).Select(d => new { d.Kind, d.Day }).ToListAsync());
        Assert.Equal(
            [(DeliveryKind.DueSoon, -3), (DeliveryKind.DueToday, 0), (DeliveryKind.Overdue, 7), (DeliveryKind.DueSoon, 8)],
            messages.Select(m => (m.Kind, m.Day.DayNumber - rig.Due.DayNumber)));
    }

    // The database refuses the last of the rows of a turn, as it would if the program died there.
    private static async Task CrashAsync(DunningRig rig, int day)
    {
        rig.GoTo(day);
        string[] on = TestEngine.Provider == "Postgres"
            ? ["CREATE FUNCTION crash() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'crash'; END $$ LANGUAGE plpgsql", "CREATE TRIGGER crash BEFORE INSERT ON \"DunningSteps\" FOR EACH ROW EXECUTE FUNCTION crash()"]
            : ["CREATE TRIGGER crash BEFORE INSERT ON \"DunningSteps\" BEGIN SELECT RAISE(ABORT, 'crash'); END"];
        var off = TestEngine.Provider == "Postgres" ? "DROP FUNCTION crash CASCADE" : "DROP TRIGGER crash";
        var before = await CountAsync(rig);
        await rig.Desk.In(async (DeskDbContext db) =>
        {
            foreach (var command in on)
            {
                await db.Database.ExecuteSqlRawAsync(command);
            }
        });
        await Assert.ThrowsAnyAsync<Exception>(() => rig.Desk.In((DunningDay d) => d.RunAsync(rig.Due.AddDays(day))));
        await rig.Desk.In((DeskDbContext db) => db.Database.ExecuteSqlRawAsync(off));
        Assert.Equal(before, await CountAsync(rig));
    }

    private static Task<(int, int)> CountAsync(DunningRig rig) => rig.Till.SeeAsync(async db => (await db.Deliveries.CountAsync(), await db.DunningContacts.CountAsync()));
}
