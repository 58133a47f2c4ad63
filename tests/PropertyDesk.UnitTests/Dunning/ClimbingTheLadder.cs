using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.UnitTests.Dunning;

public sealed class ClimbingTheLadder
{
    private static readonly DateOnly Due = new(2025, 6, 20);
    private static readonly Money Owed = new(50_000);

    /// <summary>Day by day, each rung on its own day.</summary>
    [Fact]
    public void Takes_each_rung_once_on_its_day()
    {
        var taken = Climb(Ladder(new(DunningKind.DueSoon, -3, 0, true), new(DunningKind.Overdue, 7, 0, true), new(DunningKind.Overdue, 14, 0, true), new(DunningKind.Call, 20, 0, true), new(DunningKind.Letter, 45, 0, true)), -10, 80);

        Assert.Equal(
            [(DunningKind.DueSoon, 1, -3), (DunningKind.Overdue, 1, 7), (DunningKind.Overdue, 2, 14), (DunningKind.Call, 1, 20), (DunningKind.Letter, 1, 45)],
            taken.Select(t => (t.Kind, t.Turn, t.Day.DayNumber - Due.DayNumber)));
    }

    /// <summary>The program was down for two months: reminders are out of date, the rest follows with days between.</summary>
    [Fact]
    public void Makes_up_missed_days_one_rung_at_a_time_with_a_rest()
    {
        var taken = Climb(Ladder([.. DunningLadder.Usual]), 60, 90);

        Assert.Equal([(DunningKind.Overdue, 60), (DunningKind.Call, 63), (DunningKind.Letter, 66)], taken.Select(t => (t.Kind, t.Day.DayNumber - Due.DayNumber)));
    }

    [Theory]
    [InlineData(19_999, false)]
    [InlineData(20_000, true)]
    public void Leaves_out_a_rung_that_is_not_worth_it(long fen, bool letter)
    {
        var taken = Climb(Ladder([.. DunningLadder.Usual]), -10, 90, new Money(fen));

        Assert.Equal(letter, taken.Exists(t => t.Kind == DunningKind.Letter));
        Assert.Contains(taken, t => t.Kind == DunningKind.Call);
    }

    [Fact]
    public void Never_goes_down_again_when_a_rung_is_put_below()
    {
        var ladder = Ladder(new(DunningKind.Overdue, 7, 0, true), new(DunningKind.Call, 20, 0, true));

        Assert.Null(ladder.Next(Due, Owed, [new(DunningKind.Call, 1, Due.AddDays(20))], Due.AddDays(40)));
    }

    [Fact]
    public void A_rung_that_is_off_is_passed_over()
    {
        var ladder = Ladder(new(DunningKind.Overdue, 7, 0, false), new(DunningKind.Call, 20, 0, true));

        Assert.Equal(DunningKind.Call, ladder.Next(Due, Owed, [], Due.AddDays(20))?.Rung.Kind);
        Assert.Null(ladder.Next(Due, Owed, [], Due.AddDays(19)));
    }

    [Theory]
    [InlineData(DunningKind.DueSoon, 0)]
    [InlineData(DunningKind.DueSoon, -31)]
    [InlineData(DunningKind.DueToday, 1)]
    [InlineData(DunningKind.Call, 0)]
    [InlineData(DunningKind.Letter, 366)]
    public void Refuses_a_day_that_its_kind_cannot_have_at_its_field(DunningKind kind, int days)
    {
        var rule = Assert.Throws<RuleViolation>(() => Ladder(new(DunningKind.Overdue, 7, 0, true), new(kind, days, 0, true)));

        Assert.Equal("Rungs[1].Days", rule.Field);
    }

    [Fact]
    public void Refuses_two_rungs_on_one_day() =>
        Assert.Equal("Rungs[1].Days", Assert.Throws<RuleViolation>(() => Ladder(new(DunningKind.Overdue, 7, 0, true), new(DunningKind.Call, 7, 0, true))).Field);

    private static DunningLadder Ladder(params DunningRung[] rungs)
    {
        var ladder = new DunningLadder(Numbered());
        ladder.Change(rungs, 14, 10, "测试", DateTimeOffset.UnixEpoch);
        return ladder;
    }

    private static List<TakenRung> Climb(DunningLadder ladder, int from, int to, Money? owed = null)
    {
        var taken = new List<TakenRung>();
        for (var day = from; day <= to; day++)
        {
            if (ladder.Next(Due, owed ?? Owed, taken, Due.AddDays(day)) is { } next)
            {
                taken.Add(new TakenRung(next.Rung.Kind, next.Turn, Due.AddDays(day)));
            }
        }

        return taken;
    }

    private static Company Numbered()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
