using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Dunning;

/// <summary>
/// A till on a host whose clock belongs to these tests: 张伟 owes four bills and 李娜 two, all due on one day. The ladder is
/// −3, 0, +7, call +15, letter +30.
/// </summary>
internal sealed class DunningRig
{
    public static readonly DunningRung[] Rungs =
    [
        new(DunningKind.DueSoon, -3, 0, true), new(DunningKind.DueToday, 0, 0, true), new(DunningKind.Overdue, 7, 0, true),
        new(DunningKind.Call, 15, 0, true), new(DunningKind.Letter, 30, 0, true),
    ];

    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);

    private DunningRig(Till till) => Till = till;

    public Till Till { get; }

    public Desk Desk => Till.Desk;

    public Owner Zhang => Till.Own.Zhang;

    public Owner Li => Till.Own.Li;

    public DateOnly Due { get; private set; }

    public static async Task<DunningRig> OpenAsync()
    {
        var host = await Host.Value;
        host.Clock.Advance(TimeSpan.FromDays(1));
        var rig = new DunningRig(await Till.OpenAsync(await Desk.OpenAsync(host)));
        rig.Due = await rig.Till.SeeAsync(db => db.Bills.Select(b => b.DueOn!.Value).Distinct().SingleAsync());
        await rig.Desk.In((DunningLadders l) => l.ChangeAsync(null, Rungs, 14, 10));
        return rig;
    }

    /// <summary>The clock goes to a day after the due date; never back.</summary>
    public void GoTo(int afterDue)
    {
        var now = Desk.Clock.GetUtcNow();
        var wanted = new DateTimeOffset(Due.AddDays(afterDue).ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
        Desk.Clock.SetUtcNow(wanted > now ? wanted : now);
    }

    /// <summary>A day's job.</summary>
    public Task<int> RunAsync(int afterDue)
    {
        GoTo(afterDue);
        return Desk.In((DunningDay d) => d.RunAsync(Due.AddDays(afterDue)));
    }

    /// <summary>Day by day.</summary>
    public async Task RunAsync(int from, int to)
    {
        for (var day = from; day <= to; day++)
        {
            await RunAsync(day);
        }
    }

    /// <summary>The rungs that an owner's bills took, by bill and day after the due date.</summary>
    public Task<List<(string Bill, DunningKind Kind, int Day)>> StepsAsync(Owner owner) => Till.SeeAsync(async db =>
        (await db.DunningSteps.Where(s => s.Bill.OwnerId == owner.Id).OrderBy(s => s.Day).ThenBy(s => s.Bill.Number).Select(s => new { s.Bill.Number, s.Kind, s.Day }).ToListAsync())
            .ConvertAll(s => (s.Number, s.Kind, s.Day.DayNumber - Due.DayNumber)));

    public Task<List<Guid>> BillsAsync(Owner owner) => Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == owner.Id).OrderBy(b => b.Number).Select(b => b.Id).ToListAsync());

    /// <summary>Pays bills in full.</summary>
    public async Task PayAsync(Owner owner, params Guid[] bills)
    {
        var (all, open) = (await Till.AskAsync(owner), new Money(await Till.SeeAsync(db => db.Bills.Where(b => bills.Contains(b.Id)).SumAsync(b => b.Outstanding.Fen))));
        await Till.TakeAsync(all with { BillIds = bills, Tenders = [new Tender(PaymentMethod.BankTransfer, open, $"T{Guid.NewGuid():n}")] });
    }

    public Task PromiseAsync(Owner owner, IReadOnlyCollection<Guid> bills, int until, Money? amount = null) => Desk.In((RecordContact r) =>
        r.RunAsync(owner.Id, new(Guid.NewGuid(), CallOutcome.Promised, bills, PromiseAmount: amount, PromiseUntil: Due.AddDays(until))));

    public async Task<IReadOnlyList<CallRow>> CallsAsync() => await Desk.In((CallList l) => l.TodayAsync());
}

/// <summary>Tests that share the rig's host and its clock.</summary>
[CollectionDefinition(nameof(DunningRig))]
public sealed class DunningRigTests;
