using CsCheck;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.UnitTests.Deliveries;

public sealed class KeepingQuiet
{
    [Theory]
    [InlineData(20, 59, false)]
    [InlineData(21, 0, true)]
    [InlineData(0, 0, true)]
    [InlineData(7, 59, true)]
    [InlineData(8, 0, false)]
    public void The_night_spans_midnight(int hour, int minute, bool quiet) => Assert.Equal(quiet, QuietHours.Usual.Includes(new TimeOnly(hour, minute)));

    [Fact]
    public void Equal_ends_mean_none() => Assert.False(new QuietHours(new(9, 0), new(9, 0)).Includes(new TimeOnly(9, 0)));

    [Fact]
    public void It_is_the_companys_night()
    {
        var noonInShanghai = new DateTimeOffset(2025, 6, 1, 4, 0, 0, TimeSpan.Zero);

        Assert.False(QuietHours.Usual.Includes(noonInShanghai, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        Assert.True(QuietHours.Usual.Includes(noonInShanghai, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")));
    }

    /// <summary>Whatever the limit and however often somebody looks: in no sixty seconds does more pass.</summary>
    [Fact]
    public void No_minute_passes_more_than_the_limit() => Gen.Select(Gen.Int[6, 600], Gen.Int[1, 20_000].Array[1, 60]).Sample((perMinute, pauses) =>
    {
        var now = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var gate = new DeliveryGate(Any(), DeliveryChannel.Email, now);
        var passed = new List<DateTimeOffset>();
        foreach (var pause in pauses)
        {
            now = now.AddMilliseconds(pause);
            var room = gate.Room(perMinute, now);
            gate.Take(room, perMinute, now);
            passed.AddRange(Enumerable.Repeat(now, room));
        }

        return passed.Distinct().All(from => passed.Count(t => t >= from && t < from.AddMinutes(1)) <= perMinute);
    }, iter: 40);

    [Fact]
    public void There_is_room_when_it_is_said_to_be()
    {
        var now = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var gate = new DeliveryGate(Any(), DeliveryChannel.Sms, now);
        gate.Take(gate.Room(30, now), 30, now);

        Assert.Equal(0, gate.Room(30, now));
        Assert.True(gate.RoomAt(30, now) > now);
        Assert.Equal(2, gate.Room(30, gate.RoomAt(30, now)));
    }

    [Fact]
    public void A_failing_provider_is_left_alone_longer_each_time_and_tried_with_one()
    {
        var now = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var gate = new DeliveryGate(Any(), DeliveryChannel.Sms, now);
        var rests = new List<double>();
        for (var failure = 0; failure < 8; failure++)
        {
            var until = gate.Fail("down", now);
            rests.Add((until - now).TotalMinutes);
            Assert.Equal(0, gate.Room(600, until.AddSeconds(-1)));
            Assert.Equal(1, gate.Room(600, until));
            now = until;
        }

        Assert.Equal([0.5, 1, 2, 5, 10, 15, 15, 15], rests);
        gate.Recover();
        Assert.Equal(100, gate.Room(600, now));
    }

    private static Company Any()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
