using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.UnitTests.Events;

/// <summary>Who has the places of an event, whatever is done in whatever order.</summary>
public sealed class PlacesOfAnEvent
{
    private static readonly DateTimeOffset Now = new(2025, 5, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly Community Place = new(CompanyWithId(), "翠湖花园");

    [Fact]
    public void Places_go_by_the_order_of_signing_up_and_the_first_that_fits_moves_up()
    {
        var of = Published(places: 6);
        var signUps = new[] { 4, 3, 2, 2, 1 }.Select((people, i) => of.SignUp(Household($"业主{i}"), Guid.NewGuid(), people, "业主", Now)).ToList();
        // Two were free for the third; the second, who wanted three, keeps its turn.
        Assert.Equal([SignUpState.Confirmed, SignUpState.Waiting, SignUpState.Confirmed, SignUpState.Waiting, SignUpState.Waiting], signUps.Select(s => s.State));
        Assert.Equal((6, 0), (of.Taken, of.Free));
        Assert.Empty(of.MoveUp(signUps, Now));

        of.GiveUp(signUps[2], Now);
        Assert.Equal([signUps[3]], of.MoveUp(signUps, Now));
        of.GiveUp(signUps[0], Now);
        Assert.Equal([signUps[1], signUps[4]], of.MoveUp(signUps, Now));
        Assert.Equal(6, of.Taken);
    }

    [Fact]
    public void No_sequence_of_acts_gives_more_places_than_there_are_or_lets_one_wait_who_fits()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var of = Published(places: random.Next(4, 12));
            var all = new List<EventSignUp>();
            for (var step = 0; step < 60; step++)
            {
                try
                {
                    switch (random.Next(4))
                    {
                        case 0:
                            all.Add(of.SignUp(Household($"业主{step}"), Guid.NewGuid(), random.Next(0, 6), "业主", Now));
                            break;
                        case 1 when all.Count > 0:
                            of.GiveUp(all[random.Next(all.Count)], Now);
                            break;
                        case 2 when all.Count > 0:
                            of.ChangePeople(all[random.Next(all.Count)], random.Next(0, 6), Now);
                            break;
                        case 3 when all.Find(s => s.State == SignUpState.Cancelled) is { } earlier:
                            of.SignUpAgain(earlier, Guid.NewGuid(), random.Next(1, 5), "业主", Now);
                            break;
                    }
                }
                catch (RuleViolation)
                {
                    // A refusal changes nothing: the checks below hold as before.
                }

                of.MoveUp(all, Now);
                Assert.Equal(all.Where(s => s.State == SignUpState.Confirmed).Sum(s => s.People), of.Taken);
                Assert.InRange(of.Taken, 0, of.Places);
                Assert.DoesNotContain(all, s => s.State == SignUpState.Waiting && s.People <= of.Free);
                Assert.All(all, s => Assert.InRange(s.People, 1, of.PerHousehold));
                Assert.Equal(all.Count, all.Select(s => s.Number).Distinct().Count());
            }
        }
    }

    [Fact]
    public void Signing_up_ends_at_its_time_and_changing_when_it_begins()
    {
        var of = Published(places: 10);
        var first = of.SignUp(Household("张伟"), Guid.NewGuid(), 2, "张伟", of.SignUpUntil);
        Assert.Throws<RuleViolation>(() => of.SignUp(Household("李娜"), Guid.NewGuid(), 2, "李娜", of.SignUpUntil.AddSeconds(1)));
        of.ChangePeople(first, 3, of.From.AddSeconds(-1));
        Assert.Throws<RuleViolation>(() => of.ChangePeople(first, 1, of.From));
        Assert.Throws<RuleViolation>(() => of.GiveUp(first, of.From));
        Assert.Equal((3, 3, SignUpState.Confirmed), (of.Taken, first.People, first.State));
    }

    [Fact]
    public void A_draft_takes_nobody_and_what_is_cancelled_stays_so()
    {
        var draft = new CommunityEvent(Place, Guid.NewGuid(), Plan(5), "客服", Now);
        Assert.Throws<RuleViolation>(() => draft.SignUp(Household("张伟"), Guid.NewGuid(), 1, "张伟", Now));
        var of = Published(places: 5);
        Assert.Throws<RuleViolation>(() => of.Change(Plan(9)));
        Assert.Throws<RuleViolation>(() => of.Cancel(" ", "经理", Now));
        of.Cancel("下雨", "经理", Now);
        Assert.Throws<RuleViolation>(() => of.Cancel("下雨", "经理", Now));
        Assert.Throws<RuleViolation>(() => of.Correct(Plan(9), Now));
        Assert.Throws<RuleViolation>(() => of.SignUp(Household("张伟"), Guid.NewGuid(), 1, "张伟", Now));
        Assert.Equal((EventState.Cancelled, "下雨", 5, 0), (of.State, of.Reason, of.Places, of.Taken));
    }

    [Fact]
    public void A_correction_keeps_who_has_places_and_tells_only_what_people_were_told()
    {
        var of = Published(places: 5);
        of.SignUp(Household("张伟"), Guid.NewGuid(), 4, "张伟", Now);
        Assert.Throws<RuleViolation>(() => of.Correct(Plan(3) with { PerHousehold = 3 }, Now));
        Assert.Equal(5, of.Places);
        Assert.False(of.Correct(Plan(8), Now));
        Assert.True(of.Correct(Plan(8) with { Place = "会所" }, Now));
        Assert.Equal((8, 4, "会所"), (of.Places, of.Taken, of.Place));
        Assert.Throws<RuleViolation>(() => of.Correct(Plan(8), of.Until));
    }

    [Fact]
    public void A_household_that_came_says_once_how_it_was()
    {
        var signUp = Published(places: 5).SignUp(Household("张伟"), Guid.NewGuid(), 2, "张伟", Now);
        Assert.Throws<RuleViolation>(() => signUp.Rate(5, null, came: false, Now));
        Assert.Throws<RuleViolation>(() => signUp.Rate(6, null, came: true, Now));
        Assert.Throws<RuleViolation>(() => signUp.Rate(0, null, came: true, Now));
        Assert.Null(signUp.Score);
        signUp.Rate(4, " 很好 ", came: true, Now);
        Assert.Throws<RuleViolation>(() => signUp.Rate(1, "改", came: true, Now));
        Assert.Equal((4, "很好"), (signUp.Score, signUp.Words));
    }

    [Theory]
    [InlineData(2, 1, 0, 10, 2)]
    [InlineData(1, 2, 3, 10, 2)]
    [InlineData(1, 2, 0, 0, 1)]
    [InlineData(1, 2, 0, 10, 0)]
    [InlineData(1, 2, 0, 3, 4)]
    [InlineData(1, 2, 0, 5001, 4)]
    public void A_plan_that_contradicts_itself_is_refused(int from, int until, int signUp, int places, int most) => Assert.Throws<RuleViolation>(() => new CommunityEvent(
        Place, Guid.NewGuid(), Plan(places) with { From = Now.AddDays(from), Until = Now.AddDays(until), SignUpUntil = signUp == 0 ? null : Now.AddDays(signUp), PerHousehold = most }, "客服", Now));

    [Fact]
    public void A_check_in_belongs_to_its_event_and_never_lies_ahead()
    {
        var (of, other) = (Published(places: 5), Published(places: 5));
        var signUp = of.SignUp(Household("张伟"), Guid.NewGuid(), 2, "张伟", Now);
        EventCheckIn Note(CommunityEvent at, EventSignUp? who, int people, int minutes) => new(at, who, Guid.NewGuid(), people, "楼上李阿姨", Now.AddMinutes(minutes), "保安", Now);
        Assert.Throws<RuleViolation>(() => Note(other, signUp, 2, 0));
        Assert.Throws<RuleViolation>(() => Note(of, signUp, 0, 0));
        Assert.Throws<RuleViolation>(() => Note(of, null, 100, 0));
        Assert.Throws<RuleViolation>(() => Note(new CommunityEvent(Place, Guid.NewGuid(), Plan(5), "客服", Now), null, 1, 0));
        Assert.Equal((Now, null, signUp.Id), (Note(of, signUp, 3, 30).At, Note(of, signUp, 3, 30).Name, Note(of, signUp, 3, 30).SignUpId));
        Assert.Equal((Now.AddMinutes(-30), "楼上李阿姨", null), (Note(of, null, 3, -30).At, Note(of, null, 3, 0).Name, Note(of, null, 3, 0).SignUpId));
    }

    private static CommunityEvent Published(int places)
    {
        var of = new CommunityEvent(Place, Guid.NewGuid(), Plan(places), "客服", Now);
        of.Publish(new Notice(Place, new NoticePlan(NoticeKind.Event, new NoticeText("邻里节", "一起来", "正文", of.From, of.Until, null), Audience.Everybody, false, false, null), "客服", Now), Now);
        return of;
    }

    private static EventPlan Plan(int places) => new("邻里节", "一起来", "正文", "中心花园", Now.AddDays(1), Now.AddDays(1).AddHours(2), Now.AddHours(20), places, 4, Audience.Everybody);

    private static Owner Household(string name) => new(Place, name);

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
