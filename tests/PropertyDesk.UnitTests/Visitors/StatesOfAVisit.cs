using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.UnitTests.Visitors;

/// <summary>What a visit allows in which state, and whom the watch list means.</summary>
public sealed class StatesOfAVisit
{
    private static readonly DateTimeOffset Now = new(2025, 5, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly Community Place = new(CompanyWithId(), "翠湖花园");
    private static readonly Unit Home = new(new Building(Place, "3栋", 3), null, "101", 80m, UnitKind.Residential);
    private static readonly Owner Zhang = new(Place, "张伟");

    private static readonly (string Verb, Action<Visit> Act)[] Verbs =
    [
        ("enter", v => v.Enter(false, null, "保安", Now)), ("leave", v => v.Leave("保安", Now)), ("refuse", v => v.Refuse("未预约", "保安", Now)), ("cancel", v => v.Cancel("张伟", Now)),
    ];

    [Theory]
    [InlineData("", "enter refuse cancel")]
    [InlineData("enter", "leave")]
    [InlineData("enter leave", "")]
    [InlineData("refuse", "")]
    [InlineData("cancel", "")]
    public void Each_state_allows_its_own_acts_and_changes_nothing_when_it_refuses(string before, string allowed)
    {
        foreach (var (verb, act) in Verbs)
        {
            var visit = Invite();
            foreach (var done in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Verbs.Single(v => v.Verb == done).Act(visit);
            }

            var (state, version) = (visit.State, visit.Version);
            if (allowed.Split(' ').Contains(verb))
            {
                act(visit);
                Assert.NotEqual(state, visit.State);
                Assert.NotEqual(version, visit.Version);
            }
            else
            {
                Assert.Throws<RuleViolation>(() => act(visit));
                Assert.Equal((state, version), (visit.State, visit.Version));
            }
        }
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_pass_opens_from_the_first_to_the_last_minute_of_its_window(int minutes, bool opens)
    {
        var visit = Invite();
        void Enter() => visit.Enter(false, null, "保安", Now.AddMinutes(minutes));
        if (opens)
        {
            Enter();
            Assert.Equal((VisitState.Inside, Now.AddMinutes(minutes), "保安"), (visit.State, visit.EnteredAt!.Value, visit.EnteredBy));
        }
        else
        {
            Assert.Throws<RuleViolation>(Enter);
            Assert.Equal(VisitState.Expected, visit.State);
        }
    }

    [Fact]
    public void Somebody_on_the_watch_list_enters_with_a_reason_only()
    {
        var visit = Invite();
        Assert.Throws<RuleViolation>(() => visit.Enter(true, "  ", "保安", Now));
        Assert.Equal(VisitState.Expected, visit.State);
        visit.Enter(true, " 业主到门口接 ", "保安", Now);
        Assert.Equal("业主到门口接", visit.WatchReason);

        var other = Invite();
        other.Enter(false, "没有用到", "保安", Now);
        Assert.Null(other.WatchReason);
    }

    [Fact]
    public void A_window_is_neither_over_nor_turned_round_nor_longer_than_a_month()
    {
        void Refused(double from, double to) => Assert.Throws<RuleViolation>(() => Invite(Now.AddDays(from), Now.AddDays(to)));
        Refused(-2, -1);
        Refused(2, 1);
        Refused(0, 31.1);
        Assert.Equal(VisitState.Expected, Invite(Now, Now.AddDays(31)).State);
    }

    [Fact]
    public void Every_pass_has_a_code_of_its_own_that_is_long_enough()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => Invite().PassCode).ToList();
        Assert.Equal(200, codes.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(codes, c => Assert.Matches("^[A-Za-z0-9_-]{22}$", c));
    }

    [Fact]
    public void The_gate_needs_to_know_where_to_and_what_for()
    {
        Visit At(Unit? unit, string? place, string? purpose, int people = 1) => Visit.AtGate(Place, unit, place, Guid.NewGuid(), new VisitFacts("李师傅", null, "沪a·b1234", people, purpose), new VisitWindow(Now, Now.AddHours(8)), "保安", Now);
        Assert.Throws<RuleViolation>(() => At(null, " ", "维修"));
        Assert.Throws<RuleViolation>(() => At(Home, null, null));
        Assert.Throws<RuleViolation>(() => At(Home, null, "维修", 0));
        Assert.Throws<RuleViolation>(() => At(Home, null, "维修", 51));
        Assert.Equal(("沪AB1234", (Guid?)null, "物业办公室"), (At(null, "物业办公室", "维修").Plate, At(null, "物业办公室", "维修").OwnerId, At(null, "物业办公室", "维修").Place));
    }

    [Theory]
    [InlineData("钱广告", null, null, true)]
    [InlineData("钱多多", null, null, false)]
    [InlineData("别人", "13800006688", null, true)]
    [InlineData("别人", "13866881234", null, false)]
    [InlineData("别人", null, "沪C8T667", true)]
    [InlineData("别人", null, "沪C8T66", false)]
    [InlineData("别人", null, null, false)]
    public void One_mark_that_fits_is_a_hit(string name, string? phone, string? plate, bool hit)
    {
        var entry = new WatchEntry(Place, Guid.NewGuid(), new WatchFacts("钱广告", "沪c·8t667", "6688", "张贴小广告", null), "经理", new DateOnly(2025, 5, 20));
        Assert.Equal(hit, entry.Fits(name, phone, plate));
    }

    [Theory]
    [InlineData(null, null, null, "原因", 0)]
    [InlineData("钱广告", null, null, " ", 0)]
    [InlineData(null, null, "668", "原因", 0)]
    [InlineData("钱广告", null, null, "原因", -1)]
    public void An_entry_needs_a_mark_a_reason_and_a_day_to_come(string? name, string? plate, string? tail, string reason, int days)
    {
        var today = new DateOnly(2025, 5, 20);
        Assert.Throws<RuleViolation>(() => new WatchEntry(Place, Guid.NewGuid(), new WatchFacts(name, plate, tail, reason, today.AddDays(days)), "经理", today));
    }

    private static Visit Invite(DateTimeOffset? from = null, DateTimeOffset? to = null) => Visit.Invited(
        Place, Home, Zhang, Guid.NewGuid(), new VisitFacts("王小明", "135-1111-2222", null, 2, null), new VisitWindow(from ?? Now.AddHours(-1), to ?? Now.AddHours(1)), Now.AddHours(-2));

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
