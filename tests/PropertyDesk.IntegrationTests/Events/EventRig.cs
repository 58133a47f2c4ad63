using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Owners;
using PropertyDesk.IntegrationTests.Notices;

namespace PropertyDesk.IntegrationTests.Events;

/// <summary>Events in the two buildings of the notices.</summary>
internal static class EventRig
{
    /// <summary>Tomorrow at nine for two hours; of 3栋 and who rents there, unless another audience is said.</summary>
    public static EventPlan Plan(this NoticeRig rig, int places = 20, int most = 4, Audience? audience = null)
    {
        var from = rig.Desk.Clock.GetUtcNow().AddDays(1);
        return new EventPlan("邻里节", "一起来", "**带水杯**", "中心花园", from, from.AddHours(2), from.AddHours(-3), places, most, audience ?? rig.Building3(renters: true));
    }

    public static Task<Guid> DraftEventAsync(this NoticeRig rig, EventPlan plan) => rig.Desk.In((WriteEvents w) => w.DraftAsync(rig.Own.Community.Id, Guid.NewGuid(), plan));

    public static async Task<Guid> PublishEventAsync(this NoticeRig rig, EventPlan? plan = null)
    {
        var id = await rig.DraftEventAsync(plan ?? rig.Plan());
        await rig.Desk.In((RunEvents r) => r.PublishAsync(id));
        return id;
    }

    public static Task<Guid> SignUpAsync(this NoticeRig rig, Guid eventId, Owner owner, int people, Guid? request = null) =>
        rig.AsOwnerAsync(owner, (SignUps s) => s.SignUpAsync(eventId, request ?? Guid.NewGuid(), owner.Id, people));

    public static Task<bool> CancelAsync(this NoticeRig rig, Owner owner, Guid signUp) => rig.AsOwnerAsync(owner, async (SignUps s) =>
    {
        await s.CancelAsync(signUp);
        return true;
    });

    public static Task<(int Taken, List<(string Owner, int People, SignUpState State)> List)> StandAsync(this NoticeRig rig, Guid id) => rig.Desk.See(async db => (
        await db.CommunityEvents.Where(e => e.Id == id).Select(e => e.Taken).SingleAsync(),
        (await db.EventSignUps.Where(s => s.EventId == id).OrderBy(s => s.Number).Select(s => new { s.Owner!.Name, s.People, s.State }).ToListAsync()).ConvertAll(s => (s.Name, s.People, s.State))));

    public static Task<List<(string Owner, string Title)>> ToldAsync(this NoticeRig rig, string about) => rig.Desk.See(async db =>
        (await db.Deliveries.Where(d => d.Subject.Contains(about)).OrderBy(d => d.QueuedAt).ThenBy(d => d.RecipientName).Select(d => new { d.RecipientName, d.Subject }).ToListAsync()).ConvertAll(d => (d.RecipientName, d.Subject)));

    /// <summary>Twenty households more in 3栋.</summary>
    public static Task<List<Owner>> CrowdAsync(this NoticeRig rig) => rig.Desk.See(async db =>
    {
        var (community, building) = (await db.Communities.SingleAsync(c => c.Id == rig.Own.Community.Id), await db.Buildings.SingleAsync(b => b.Id == rig.Own.Building3.Id));
        var owners = Enumerable.Range(1, 20).Select(i => new Owner(community, $"住户{i:00}")).ToList();
        foreach (var (i, owner) in owners.Index())
        {
            var unit = new Unit(building, "9单元", $"{901 + i}", 60m, UnitKind.Residential);
            db.AddRange(owner, unit, new Ownership(unit, owner, db.Current.Today(rig.Desk.Clock).AddYears(-1)));
        }

        await db.SaveChangesAsync();
        return owners;
    });

    /// <summary>Does the same several times at once.</summary>
    public static async Task<IReadOnlyList<Exception?>> AtOnceAsync(int times, Func<int, Task> act) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(async () => await Record.ExceptionAsync(() => act(i)))));

    public static void AllRefused(IEnumerable<Exception?> answers) => Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
}
