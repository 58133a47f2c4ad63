using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Notices;

[Collection(nameof(NoticeRig))]
public sealed class PublishingNotices
{
    [Fact]
    public async Task Reaches_exactly_whom_it_is_for()
    {
        var rig = await NoticeRig.OpenAsync();
        var (own, place) = (rig.Own, rig.Own.Community.Id);
        async Task<(string, int)> Count(Audience audience)
        {
            var members = await rig.Desk.In((AudienceReader r) => r.MembersAsync(place, audience));
            var reach = await rig.Desk.In((AudienceReach r) => r.CountAsync(place, audience, DeliveryKind.Notice));
            Assert.Equal(members.Count, reach.Owners);
            Assert.Equal(members.Count, reach.Channels.Sum(c => c.Owners));
            var ids = members.Select(m => m.OwnerId).ToList();
            var names = await rig.Desk.See(db => db.Owners.Where(o => ids.Contains(o.Id)).Select(o => o.Name).ToListAsync());
            return (string.Join(' ', names.Order(StringComparer.Ordinal)), reach.Units);
        }

        Assert.Equal(("张伟 李娜", 3), await Count(rig.Building3()));
        Assert.Equal(("张伟 李娜 陈晨", 3), await Count(rig.Building3(renters: true)));
        Assert.Equal(("张伟 李娜 王强 赵敏 陈晨", 5), await Count(Audience.Everybody));
        Assert.Equal(("赵敏", 1), await Count(new Audience([], [UnitKind.Shop], [], true)));
        Assert.Equal(("王强", 1), await Count(new Audience([own.Building5.Id], [UnitKind.Residential], [], false)));
        Assert.Equal(("李娜 赵敏", 2), await Count(new Audience([], [], [own.Li.Id, own.Zhao.Id], false)));
        // What another company has does not count, by whatever id it is asked for.
        Assert.Equal(("", 0), await Count(new Audience([rig.Foreign.Building3.Id], [], [], true)));
        Assert.Equal(("", 0), await Count(new Audience([], [], [rig.Foreign.Li.Id], true)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.DraftAsync(NoticeRig.Plan(new Audience([rig.Foreign.Building3.Id], [], [], true))));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.DraftAsync(NoticeRig.Plan(new Audience([], [], [rig.Foreign.Li.Id], true))));
        Assert.Equal([own.Zhang.Id], await rig.Desk.In((AudienceReader r) => r.OwnersOfUnitsAsync(place, ["3-2-1801", "3-2-1802"])));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((AudienceReader r) => r.OwnersOfUnitsAsync(place, ["9-9-9"])));
    }

    [Fact]
    public async Task A_scheduled_one_goes_out_once_although_the_job_runs_twice_and_in_parallel()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.DraftAsync(NoticeRig.Plan(rig.Building3()));
        await rig.Desk.In((PublishNotices p) => p.ScheduleAsync(id, rig.Desk.Clock.GetUtcNow().AddHours(2)));

        await rig.Desk.In((PublishNotices p) => p.RunAsync());
        Assert.Equal(NoticeState.Scheduled, (await FindAsync(rig, id)).State);
        Assert.Equal(0, await rig.Desk.See(db => db.NoticeRecipients.CountAsync()));

        rig.Desk.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.Desk.In((PublishNotices p) => p.RunAsync())));
        await rig.Desk.In((PublishNotices p) => p.RunAsync());

        Assert.Equal(NoticeState.Published, (await FindAsync(rig, id)).State);
        Assert.Equal([NoticeEventKind.Scheduled, NoticeEventKind.Published], await EventsAsync(rig, id));
        Assert.Equal(2, await rig.Desk.See(db => db.NoticeRecipients.CountAsync()));
        Assert.Equal(2, await rig.Desk.See(db => db.Deliveries.CountAsync()));
        Assert.Equal(0, await rig.Desk.In(rig.Desk.Foreign, (DeskDbContext db) => db.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task What_fails_half_way_leaves_nothing_and_a_scheduled_one_goes_back_to_the_desk()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.DraftAsync();

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((PublishNotices p) => p.PublishAsync(id, expected: 4)));

        Assert.Contains("重新确认", rule.Key, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Draft, (await FindAsync(rig, id)).State);
        Assert.Equal(0, await rig.Desk.See(db => db.NoticeRecipients.CountAsync()));
        Assert.Equal(0, await rig.Desk.See(db => db.Deliveries.CountAsync()));

        var nobody = await rig.DraftAsync(NoticeRig.Plan(new Audience([rig.Own.Building3.Id], [UnitKind.Shop], [], false)));
        await rig.Desk.In((PublishNotices p) => p.ScheduleAsync(nobody, rig.Desk.Clock.GetUtcNow().AddMinutes(1)));
        rig.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Desk.In((PublishNotices p) => p.RunAsync());

        Assert.Equal(NoticeState.Draft, (await FindAsync(rig, nobody)).State);
        Assert.Contains("没有符合条件的业主", await rig.Desk.See(db => db.NoticeEvents.Where(e => e.NoticeId == nobody && e.Kind == NoticeEventKind.Unscheduled).Select(e => e.Note).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_one_goes_by_SMS_in_the_night_except_to_who_refuses()
    {
        var rig = await NoticeRig.OpenAsync();
        await rig.SetSmsAsync();
        await rig.WriteSmsAsync(DeliveryKind.UrgentNotice);
        await rig.WriteSmsAsync(DeliveryKind.Notice);
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(rig.Own.Zhang.Id, DeliveryChannel.Print, null, []));
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(rig.Own.Li.Id, null, null, [DeliveryChannel.Sms]));

        var usual = await rig.PublishAsync(NoticeRig.Plan());
        var urgent = await rig.PublishAsync(NoticeRig.Plan(urgent: true));

        var told = await rig.Desk.See(db => db.NoticeRecipients.Select(r => new { r.NoticeId, r.OwnerId, r.Delivery.Channel, r.Delivery.IsUrgent, r.Delivery.Key }).ToListAsync());
        DeliveryChannel? Way(Guid notice, Owner owner) => told.Single(t => t.NoticeId == notice && t.OwnerId == owner.Id).Channel;
        Assert.Equal(DeliveryChannel.Print, Way(usual, rig.Own.Zhang));
        Assert.Equal(DeliveryChannel.Sms, Way(urgent, rig.Own.Zhang));
        Assert.Equal(DeliveryChannel.Print, Way(urgent, rig.Own.Li));
        Assert.Equal(DeliveryChannel.Print, Way(urgent, rig.Own.Wang));
        Assert.Equal(DeliveryChannel.Sms, Way(usual, rig.Own.Zhao));
        Assert.All(told, t => Assert.Equal(t.NoticeId == urgent, t.IsUrgent));
        Assert.All(told, t => Assert.Equal($"notice:{t.NoticeId:n}:1:{t.OwnerId:n}", t.Key));
    }

    [Fact]
    public async Task Withdrawing_and_expiring_stop_what_waits()
    {
        var rig = await NoticeRig.OpenAsync();
        await rig.SetSmsAsync();
        await rig.WriteSmsAsync(DeliveryKind.Notice);
        var (withdrawn, over) = (await rig.PublishAsync(), await rig.PublishAsync(NoticeRig.Plan(expires: DateOnly.FromDateTime(rig.Desk.Clock.GetUtcNow().AddDays(1).Date))));

        await rig.Desk.In((PublishNotices p) => p.WithdrawAsync(withdrawn, "管线已修好"));
        rig.Desk.Clock.Advance(TimeSpan.FromDays(2));
        await rig.Desk.In((PublishNotices p) => p.RunAsync());
        await rig.Desk.In((PublishNotices p) => p.RunAsync());

        Assert.Equal(NoticeState.Withdrawn, (await FindAsync(rig, withdrawn)).State);
        Assert.Equal(NoticeState.Expired, (await FindAsync(rig, over)).State);
        Assert.Equal([NoticeEventKind.Published, NoticeEventKind.Expired], await EventsAsync(rig, over));
        Assert.Equal(10, await rig.Desk.See(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.GivenUp && d.NextAt == null)));
        Assert.Equal(10, await rig.Desk.See(db => db.DeliveryEvents.CountAsync(e => e.Kind == DeliveryEventKind.GivenUp)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((PublishNotices p) => p.WithdrawAsync(withdrawn, "再撤")));
    }

    [Fact]
    public async Task What_is_out_changes_only_by_a_correction_that_says_so()
    {
        var rig = await NoticeRig.OpenAsync();
        await rig.SetSmsAsync();
        await rig.WriteSmsAsync(DeliveryKind.Notice);
        var id = await rig.PublishAsync(NoticeRig.Plan(rig.Building3()));
        var text = NoticeRig.Plan().Text with { Body = "改为明天" };

        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((WriteNotices w) => w.ChangeAsync(id, NoticeRig.Plan(title: "悄悄改"))));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((PublishNotices p) => p.CorrectAsync(id, NoticeRig.Plan().Text, "无", tellsAgain: true)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((PublishNotices p) => p.CorrectAsync(id, text, "日期写错", tellsAgain: false)));
        await rig.Desk.In((PublishNotices p) => p.CorrectAsync(id, text, "日期写错", tellsAgain: true));

        var seen = await rig.AsOwnerAsync<PortalNotices, NoticeReading>(rig.Own.Li, p => p.FindAsync(id));
        Assert.Equal(("改为明天", "日期写错"), (seen.Text.Body, Assert.Single(seen.Corrections).Reason));
        Assert.Equal(["**请储水**", "改为明天"], await rig.Desk.See(db => db.NoticeVersions.Where(v => v.NoticeId == id).OrderBy(v => v.Number).Select(v => v.Body).ToListAsync()));
        // Of both owners: the first message is given up, the second waits; the figures are those of the second.
        Assert.Equal((2, 2), (await rig.Desk.See(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.GivenUp)), await rig.Desk.See(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Queued))));
        Assert.Equal(2, (await rig.Desk.In((NoticeRecipients r) => r.FiguresAsync(id))).Recipients);
    }

    [Fact]
    public async Task A_large_community_is_told_in_bulk()
    {
        var rig = await NoticeRig.OpenAsync();
        const int many = 5_000;
        await rig.Desk.In(async (DeskDbContext db) =>
        {
            var community = await db.Communities.SingleAsync();
            var building = await db.Buildings.FirstAsync(b => b.Name == "5栋");
            var people = Enumerable.Range(0, many).Select(n => (Unit: new Unit(building, null, $"9{n:0000}", 50m, UnitKind.Residential), Owner: new Owner(community, $"业主{n}"))).ToList();
            await db.BulkInsertAsync(people.ConvertAll(p => p.Unit));
            await db.BulkInsertAsync(people.ConvertAll(p => p.Owner));
            await db.BulkInsertAsync(people.ConvertAll(p => new Ownership(p.Unit, p.Owner, db.Current.Today(rig.Desk.Clock))));
        });

        var id = await rig.PublishAsync();

        Assert.Equal(many + 5, await rig.Desk.See(db => db.NoticeRecipients.Where(r => r.NoticeId == id).Select(r => r.OwnerId).Distinct().CountAsync()));
        Assert.Equal(many + 5, await rig.Desk.See(db => db.Deliveries.Select(d => d.OwnerId).Distinct().CountAsync()));
    }

    private static Task<Notice> FindAsync(NoticeRig rig, Guid id) => rig.Desk.See(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == id));

    private static Task<List<NoticeEventKind>> EventsAsync(NoticeRig rig, Guid id) =>
        rig.Desk.See(db => db.NoticeEvents.Where(e => e.NoticeId == id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());
}
