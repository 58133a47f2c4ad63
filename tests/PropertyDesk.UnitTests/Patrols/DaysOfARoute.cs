using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.UnitTests.Patrols;

/// <summary>On which days a route has a patrol, and where a patrol stands by the clock and by its stops.</summary>
public sealed class DaysOfARoute
{
    // A Monday.
    private static readonly DateOnly First = new(2025, 1, 6);
    private static readonly TicketWhom Cleaners = new(Guid.NewGuid(), null, "保洁部");

    public static TheoryData<PatrolRhythm, string, int> Rules => new()
    {
        { PatrolRhythm.Daily, "", 1 },
        { PatrolRhythm.Weekdays, "Monday Wednesday Sunday", 1 },
        { PatrolRhythm.Interval, "", 3 },
        { PatrolRhythm.Interval, "", 1 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_year_has_exactly_the_days_of_the_rule_each_once_however_often_it_is_asked(PatrolRhythm rhythm, string weekdays, int every)
    {
        DayOfWeek[] days = [.. weekdays.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)];
        var route = Route(new PatrolTimes(rhythm, days, every, First, new(8, 0), new(10, 0)));
        var (made, random) = (new List<DateOnly>(), new Random(7));
        for (var today = First.AddDays(-3); today < First.AddYears(1); today = today.AddDays(random.Next(0, 4)))
        {
            made.AddRange(route.Due(today));
        }

        made.AddRange(route.Due(First.AddYears(1)));
        var expected = Enumerable.Range(0, 366).Select(First.AddDays).Where(d => rhythm switch
        {
            PatrolRhythm.Weekdays => days.Contains(d.DayOfWeek),
            _ => (d.DayNumber - First.DayNumber) % every == 0,
        });
        Assert.Equal(expected, made);
    }

    [Fact]
    public void A_long_standstill_does_not_flood_and_days_of_rest_are_no_days()
    {
        var route = Route(new PatrolTimes(PatrolRhythm.Daily, [], 1, First, new(8, 0), new(10, 0)));

        Assert.Equal(PatrolRoute.LongestGap + 1, route.Due(First.AddYears(2)).Count);
        route.Rest(true, First);
        Assert.Empty(route.Due(First.AddYears(3)));
        route.Rest(false, First.AddYears(3));
        Assert.Equal([First.AddYears(3)], route.Due(First.AddYears(3)));
    }

    [Fact]
    public void A_patrol_stands_by_the_clock_and_the_stops_alone()
    {
        var (patrol, at) = Patrol();
        var stops = patrol.Stops.OrderBy(s => s.Number).ToList();

        Assert.Equal(
            [PatrolState.Ahead, PatrolState.Due, PatrolState.Late, PatrolState.Missed],
            new[] { 7, 8, 11, 24 }.Select(hour => patrol.StateAt(at(hour))));
        Assert.Throws<RuleViolation>(() => patrol.Pass(stops[0].Id, null, By(at(7))));
        Assert.Contains("第 1 站", Assert.Throws<RuleViolation>(() => patrol.Pass(stops[1].Id, null, By(at(9)))).Message, StringComparison.Ordinal);
        Assert.True(patrol.Pass(stops[0].Id, null, By(at(9))));
        Assert.False(patrol.Pass(stops[0].Id, null, By(at(9))));
        patrol.Find(stops[1].Id, null, new FindingFacts("地面", "积水", null), Guid.NewGuid(), By(at(9)));
        Assert.Null(patrol.FinishedAt);
        patrol.Pass(stops[2].Id, null, By(at(11)));

        Assert.Equal((3, PatrolState.DoneLate), (patrol.DoneCount, patrol.StateAt(at(30))));
        Assert.Throws<RuleViolation>(() => patrol.Pass(stops[1].Id, null, By(at(12))));
        Assert.Throws<RuleViolation>(() => patrol.Find(stops[1].Id, null, new FindingFacts(null, "又有", null), Guid.NewGuid(), By(at(24))));
    }

    [Fact]
    public void Where_scanning_is_wanted_only_the_label_of_the_stop_counts()
    {
        var (patrol, at) = Patrol(mustScan: true);
        var stops = patrol.Stops.OrderBy(s => s.Number).ToList();

        Assert.Throws<RuleViolation>(() => patrol.Pass(stops[0].Id, null, By(at(9))));
        Assert.Throws<RuleViolation>(() => patrol.Pass(stops[0].Id, stops[1].RouteStopId, By(at(9))));
        Assert.True(patrol.Pass(stops[0].Id, stops[0].RouteStopId, By(at(9))));
        Assert.Equal((true, 1), (stops[0].IsScanned, patrol.DoneCount));
    }

    [Fact]
    public void What_is_written_down_after_its_time_is_missed_and_keeps_no_stops()
    {
        var route = Route(new PatrolTimes(PatrolRhythm.Daily, [], 1, First, new(8, 0), new(10, 0)));
        var window = Window(out var at);

        var patrol = new Patrol(route, First, window, at(24));

        Assert.Equal((PatrolState.Missed, 3, 0), (patrol.StateAt(at(24)), patrol.StopCount, patrol.Stops.Count));
    }

    [Fact]
    public void A_changed_route_keeps_the_labels_of_its_stops_and_ends_those_left_out()
    {
        var times = new PatrolTimes(PatrolRhythm.Daily, [], 1, First, new(8, 0), new(10, 0));
        var route = Route(times);
        var old = route.Current;

        route.Change(Plan(times, [new(old[2].Id, null, "北门", "道闸"), new(old[0].Id, null, "大厅", "地面"), new(null, null, "天台", "门锁")]));

        Assert.Equal(["北门", "大厅", "天台"], route.Current.Select(s => s.Place));
        Assert.Equal([old[2].Id, old[0].Id], route.Current.Take(2).Select(s => s.Id));
        Assert.True(old[1].IsEnded);
        Assert.Equal(4, route.Stops.Count);
        Assert.Throws<NotFoundException>(() => route.Change(Plan(times, [new(old[1].Id, null, "又来", "地面")])));
        Assert.Equal("Stops", Assert.Throws<RuleViolation>(() => route.Change(Plan(times, []))).Field);
        Assert.Equal("Weekdays", Assert.Throws<RuleViolation>(() => route.Change(Plan(times with { Rhythm = PatrolRhythm.Weekdays }, [new(null, null, "门", "锁")]))).Field);
    }

    private static (Patrol Patrol, Func<int, DateTimeOffset> At) Patrol(bool mustScan = false)
    {
        var route = Route(new PatrolTimes(PatrolRhythm.Daily, [], 1, First, new(8, 0), new(10, 0)), mustScan);
        return (new Patrol(route, First, Window(out var at), at(0)), at);
    }

    private static PatrolWindow Window(out Func<int, DateTimeOffset> at)
    {
        var start = new DateTimeOffset(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        at = hour => start.AddHours(hour);
        return new PatrolWindow(at(8), at(10), at(24));
    }

    private static Requester By(DateTimeOffset at) => new(Guid.NewGuid(), "王保洁", at, First);

    private static PatrolRoute Route(PatrolTimes times, bool mustScan = false) =>
        new(new Community(CompanyWithId(), "翠湖花园"), Plan(times, [new(null, null, "大厅", "地面\n小广告"), new(null, null, "车库", "地面"), new(null, null, "北门", "道闸")]) with { MustScan = mustScan }, First.AddDays(-3), Guid.NewGuid());

    private static RoutePlan Plan(PatrolTimes times, StopPlan[] stops) => new(PatrolKind.Hygiene, "早间保洁", times, MustScan: false, Cleaners, stops);

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
