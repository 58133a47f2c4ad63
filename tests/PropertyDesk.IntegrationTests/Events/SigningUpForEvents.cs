using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.IntegrationTests.Notices;

namespace PropertyDesk.IntegrationTests.Events;

/// <summary>Who is told of an event, who gets its places, and what happens when somebody gives them up.</summary>
[Collection(nameof(NoticeRig))]
public sealed class SigningUpForEvents
{
    [Fact]
    public async Task Twenty_households_ask_at_once_for_the_last_three_places_and_exactly_three_get_one()
    {
        var rig = await NoticeRig.OpenAsync();
        var crowd = await rig.CrowdAsync();
        var id = await rig.PublishEventAsync(rig.Plan(places: 5));
        await rig.SignUpAsync(id, rig.Own.Zhang, 2);

        var answers = await EventRig.AtOnceAsync(20, i => rig.SignUpAsync(id, crowd[i], 1));

        Assert.All(answers, Assert.Null);
        var (taken, list) = await rig.StandAsync(id);
        Assert.Equal(5, taken);
        Assert.Equal(5, list.Where(s => s.State == SignUpState.Confirmed).Sum(s => s.People));
        Assert.Equal((4, 17), (list.Count(s => s.State == SignUpState.Confirmed), list.Count(s => s.State == SignUpState.Waiting)));
        // Whoever was first has the places: the order is that of the list.
        Assert.All(list.Take(4), s => Assert.Equal(SignUpState.Confirmed, s.State));
        Assert.Equal(21, await rig.Desk.See(db => db.EventSignUps.Where(s => s.EventId == id).Select(s => s.Number).Distinct().CountAsync()));

        // The three give up at once: three move up, no place is lost or given twice.
        var holders = await rig.Desk.See(db => db.EventSignUps.Where(s => s.EventId == id && s.State == SignUpState.Confirmed && s.People == 1).Select(s => s.Id).ToListAsync());
        Assert.All(await EventRig.AtOnceAsync(3, i => rig.Desk.In((SignUps s) => s.CancelForAsync(holders[i]))), Assert.Null);
        (taken, list) = await rig.StandAsync(id);
        Assert.Equal((5, 4, 14, 3), (taken, list.Count(s => s.State == SignUpState.Confirmed), list.Count(s => s.State == SignUpState.Waiting), list.Count(s => s.State == SignUpState.Cancelled)));
        Assert.Equal(3, (await rig.ToldAsync("候补有名额了")).Count);
    }

    [Fact]
    public async Task The_database_itself_refuses_more_places_than_there_are()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.PublishEventAsync(rig.Plan(places: 5));

        await Assert.ThrowsAnyAsync<Exception>(() => rig.Desk.See(db => db.CommunityEvents.Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Taken, 6))));

        Assert.Equal(0, (await rig.StandAsync(id)).Taken);
    }

    [Fact]
    public async Task Published_four_times_at_once_it_tells_exactly_its_audience_once_and_only_they_may_come()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.DraftEventAsync(rig.Plan());

        var answers = await EventRig.AtOnceAsync(4, _ => rig.Desk.In((RunEvents r) => r.PublishAsync(id, expected: 3)));

        Assert.Single(answers, a => a is null);
        EventRig.AllRefused(answers);
        var notice = await rig.Desk.See(db => db.Notices.Include(n => n.Versions).SingleAsync(n => db.CommunityEvents.Any(e => e.Id == id && e.NoticeId == n.Id)));
        Assert.Equal((NoticeKind.Event, NoticeState.Published), (notice.Kind, notice.State));
        Assert.Contains("中心花园", notice.Current.Body, StringComparison.Ordinal);
        Assert.Contains($"/portal/events/details/{id}", notice.Current.Body, StringComparison.Ordinal);
        var told = await rig.Desk.See(db => db.NoticeRecipients.Where(r => r.NoticeId == notice.Id).Select(r => r.OwnerId).ToListAsync());
        Assert.Equal(new[] { rig.Own.Zhang.Id, rig.Own.Li.Id, rig.Own.Chen.Id }.Order(), told.Order());
        Assert.Equal(3, (await rig.ToldAsync("邻里节")).Count);
        Assert.Equal(1, await rig.Desk.See(db => db.Notices.CountAsync()));

        Assert.Equal("邻里节", Assert.Single((await rig.AsOwnerAsync(rig.Own.Chen, (PortalEvents e) => e.ListAsync())).Rows).Title);
        Assert.Empty((await rig.AsOwnerAsync(rig.Own.Wang, (PortalEvents e) => e.ListAsync())).Rows);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwnerAsync(rig.Own.Wang, (PortalEvents e) => e.FindAsync(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.SignUpAsync(id, rig.Own.Wang, 1));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((SignUps s) => s.SignUpUnitAsync(id, Guid.NewGuid(), "5-101", 1)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, (EventQueries q) => q.FindAsync(id)));
        // Nobody signs up somebody else.
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwnerAsync(rig.Own.Li, (SignUps s) => s.SignUpAsync(id, Guid.NewGuid(), rig.Own.Zhang.Id, 1)));
    }

    [Fact]
    public async Task An_event_that_reaches_nobody_or_another_number_stays_a_draft_without_a_notice()
    {
        var rig = await NoticeRig.OpenAsync();
        var nobody = await rig.DraftEventAsync(rig.Plan(audience: new Audience([rig.Own.Building3.Id], [UnitKind.Shop], [], false)));
        var other = await rig.DraftEventAsync(rig.Plan());

        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((RunEvents r) => r.PublishAsync(nobody)));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((RunEvents r) => r.PublishAsync(other, expected: 2)));

        Assert.Equal([EventState.Draft, EventState.Draft], await rig.Desk.See(db => db.CommunityEvents.Select(e => e.State).ToListAsync()));
        Assert.Equal(0, await rig.Desk.See(db => db.Notices.CountAsync()));
        Assert.Equal(0, await rig.Desk.See(db => db.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task Giving_up_moves_the_first_up_that_fits_and_tells_them_in_their_language()
    {
        var rig = await NoticeRig.OpenAsync();
        var (own, id) = (rig.Own, await rig.PublishEventAsync(rig.Plan(places: 5, audience: Audience.Everybody)));
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(own.Wang.Id, null, DeliveryLanguage.English, []));
        await rig.SignUpAsync(id, own.Zhang, 3);
        var li = await rig.SignUpAsync(id, own.Li, 2);
        await rig.SignUpAsync(id, own.Zhao, 3);
        await rig.SignUpAsync(id, own.Wang, 2);
        await rig.SignUpAsync(id, own.Chen, 1);
        Assert.Equal((5, 0), ((await rig.StandAsync(id)).Taken, (await rig.ToldAsync("候补有名额了")).Count));

        await rig.CancelAsync(own.Li, li);

        var (taken, list) = await rig.StandAsync(id);
        Assert.Equal(5, taken);
        Assert.Equal(
            [("张伟", SignUpState.Confirmed), ("李娜", SignUpState.Cancelled), ("赵敏", SignUpState.Waiting), ("王强", SignUpState.Confirmed), ("陈晨", SignUpState.Waiting)], list.Select(s => (s.Owner, s.State)));
        Assert.Empty(await rig.ToldAsync("候补有名额了"));
        Assert.Equal("王强", Assert.Single(await rig.ToldAsync("You have places now")).Owner);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.CancelAsync(own.Li, li));
        Assert.Equal(5, (await rig.StandAsync(id)).Taken);

        // Signing up again is behind the others.
        Assert.Equal(li, await rig.SignUpAsync(id, own.Li, 1));
        var reading = await rig.AsOwnerAsync(own.Li, (PortalEvents e) => e.FindAsync(id));
        Assert.Equal((SignUpState.Waiting, 2), (reading.Households[0].State, reading.Households[0].Ahead));
        // More places go to who waits: three to 赵敏, one to 陈晨; 李娜 keeps waiting.
        await rig.Desk.In((RunEvents r) => r.CorrectAsync(id, rig.Plan(places: 9), null));
        Assert.Equal(new[] { "赵敏", "陈晨" }.Order(), (await rig.ToldAsync("候补有名额了")).Select(t => t.Owner).Order());
        Assert.Equal(9, (await rig.StandAsync(id)).Taken);
    }

    [Fact]
    public async Task A_form_sent_four_times_at_once_is_one_sign_up_and_another_form_is_refused()
    {
        var rig = await NoticeRig.OpenAsync();
        var (id, request) = (await rig.PublishEventAsync(), Guid.NewGuid());

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.SignUpAsync(id, rig.Own.Zhang, 3, request))));

        Assert.Single(ids.Distinct());
        Assert.Equal((3, 1), ((await rig.StandAsync(id)).Taken, (await rig.StandAsync(id)).List.Count));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.SignUpAsync(id, rig.Own.Zhang, 1));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.SignUpAsync(id, rig.Own.Li, 5));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.SignUpAsync(id, rig.Own.Li, 0));
        Assert.Equal(3, (await rig.StandAsync(id)).Taken);
    }

    [Fact]
    public async Task A_cancelled_event_tells_every_household_once_and_its_notice_is_withdrawn()
    {
        var rig = await NoticeRig.OpenAsync();
        var (own, id) = (rig.Own, await rig.PublishEventAsync(rig.Plan(places: 3, most: 3)));
        await rig.SignUpAsync(id, own.Zhang, 3);
        await rig.SignUpAsync(id, own.Li, 2);
        var gone = await rig.SignUpAsync(id, own.Chen, 1);
        await rig.CancelAsync(own.Chen, gone);

        var answers = await EventRig.AtOnceAsync(4, _ => rig.Desk.In((RunEvents r) => r.CancelAsync(id, "大雨")));

        Assert.Single(answers, a => a is null);
        EventRig.AllRefused(answers);
        Assert.Equal(new[] { "张伟", "李娜" }.Order(), (await rig.ToldAsync("活动取消")).Select(t => t.Owner).Order());
        Assert.Equal(NoticeState.Withdrawn, await rig.Desk.See(db => db.Notices.Select(n => n.State).SingleAsync()));
        Assert.Equal("大雨", (await rig.AsOwnerAsync(own.Chen, (PortalEvents e) => e.FindAsync(id))).Event.Reason);
        await Assert.ThrowsAsync<RuleViolation>(() => rig.SignUpAsync(id, own.Chen, 1));
    }

    [Fact]
    public async Task Another_place_corrects_the_notice_and_tells_everybody_again_only_with_a_reason()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.PublishEventAsync();
        var moved = rig.Plan() with { Place = "会所" };

        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((RunEvents r) => r.CorrectAsync(id, moved, " ")));
        Assert.Equal("中心花园", await rig.Desk.See(db => db.CommunityEvents.Select(e => e.Place).SingleAsync()));
        await rig.Desk.In((RunEvents r) => r.CorrectAsync(id, moved, "下雨，改到室内"));

        var notice = await rig.Desk.See(db => db.Notices.Include(n => n.Versions).SingleAsync());
        Assert.Equal((2, 2, "下雨，改到室内"), (notice.Version, notice.ToldVersion, notice.Current.Reason));
        Assert.Contains("会所", notice.Current.Body, StringComparison.Ordinal);
        Assert.Equal(3, (await rig.ToldAsync("更正：邻里节")).Count);
        Assert.Equal("会所", await rig.Desk.See(db => db.CommunityEvents.Select(e => e.Place).SingleAsync()));
    }

    [Fact]
    public async Task An_owner_who_is_forgotten_frees_places_to_come_and_leaves_only_figures_of_what_was()
    {
        var rig = await NoticeRig.OpenAsync();
        var own = rig.Own;
        var (held, next) = (await rig.PublishEventAsync(), await rig.PublishEventAsync(rig.Plan(places: 4) with { From = rig.Desk.Clock.GetUtcNow().AddDays(9), Until = rig.Desk.Clock.GetUtcNow().AddDays(10), SignUpUntil = null }));
        var came = await rig.SignUpAsync(held, own.Zhang, 3);
        await rig.SignUpAsync(next, own.Zhang, 4);
        await rig.SignUpAsync(next, own.Li, 2);
        await rig.Desk.In((CheckIns c) => c.RecordAsync(held, [new NotedCheckIn(Guid.NewGuid(), came, 3, null, rig.Desk.Clock.GetUtcNow())]));
        await rig.AsOwnerAsync(own.Zhang, async (PortalEvents e) =>
        {
            await e.RateAsync(came, 5, "张伟说很好");
            return true;
        });
        var sheet = Assert.Single(await rig.AsOwnerAsync(own.Zhang, (OwnDataSheets s) => s.ListAsync()), s => s.Name == Texts.Of("社区活动"));
        Assert.Equal(2, sheet.Rows.Count);
        Assert.Contains("张伟说很好", sheet.Rows[0]);

        var request = await rig.AsOwnerAsync(own.Zhang, (DataRequests r) => r.AskAsync(own.Zhang.Id, DataRequestKind.Deletion, null));
        await rig.Desk.In((DataRequests r) => r.DoneAsync(request, "已删除"));

        Assert.False(await rig.Desk.See(db => db.EventSignUps.AnyAsync(s => s.OwnerId == own.Zhang.Id || s.Words != null || s.By == "业主" && s.OwnerId == null)));
        Assert.Equal((2, SignUpState.Confirmed), ((await rig.StandAsync(next)).Taken, (await rig.StandAsync(next)).List.Single(s => s.Owner == "李娜").State));
        Assert.Equal("李娜", Assert.Single(await rig.ToldAsync("候补有名额了")).Owner);
        var figures = (await rig.Desk.In((EventQueries q) => q.FindAsync(held))).Figures;
        Assert.Equal((1, 3, 3, 1, 5m), (figures.Households, figures.Taken, figures.CamePeople, figures.Scores, figures.Mean));
        Assert.DoesNotContain((await rig.AsOwnerAsync(own.Li, (OwnDataSheets s) => s.ListAsync())).Single(s => s.Name == Texts.Of("社区活动")).Rows, r => r.Contains("张伟说很好"));
    }
}
