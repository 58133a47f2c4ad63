using CsCheck;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.UnitTests.Accounts;

public sealed class OneTimeCodeRules
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_code_is_used_once()
    {
        var code = NewCode();

        Assert.True(code.Try(right: true, Noon));
        Assert.False(code.Try(right: true, Noon));
    }

    [Fact]
    public void Five_wrong_tries_end_it()
    {
        var code = NewCode();
        for (var i = 0; i < 5; i++)
        {
            Assert.False(code.Try(right: false, Noon));
        }

        Assert.False(code.Try(right: true, Noon));
    }

    [Fact]
    public void Five_minutes_end_it()
    {
        Assert.True(NewCode().Try(right: true, Noon.AddSeconds(299)));
        Assert.False(NewCode().Try(right: true, Noon.AddSeconds(300)));
    }

    /// <summary>However often somebody asks, no minute, hour or day sees more than its limit.</summary>
    [Fact]
    public void No_address_gets_more_than_its_limits() =>
        Gen.Int[1, 900].Array[1, 60].Sample(pauses =>
        {
            var (now, sent) = (Noon, new List<DateTimeOffset>());
            foreach (var pause in pauses)
            {
                now = now.AddSeconds(pause);
                if (CodeLimits.AllowsAddress(sent, now))
                {
                    sent.Add(now);
                }
            }

            return sent.TrueForAll(at => Within(sent, at, TimeSpan.FromMinutes(1)) <= 1 && Within(sent, at, TimeSpan.FromHours(1)) <= 5 && Within(sent, at, TimeSpan.FromDays(1)) <= 10);
        });

    [Theory]
    [InlineData("1-7kq2-mfxw-9trb", 1, "7KQ2MFXW9TRB")]
    [InlineData(" 12-7KQ2MFXW9TRB ", 12, "7KQ2MFXW9TRB")]
    public void A_printed_code_is_read_as_people_type_it(string typed, int company, string code) => Assert.Equal((company, code), PrintedCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2MFXW9TRB")]
    [InlineData("1-7KQ2-MFXW-9TR")]
    [InlineData("1-7KQ2-MFXW-9TR0")]
    [InlineData("x-7KQ2-MFXW-9TRB")]
    public void What_cannot_be_a_printed_code_is_none(string? typed) => Assert.Null(PrintedCode.Read(typed));

    [Fact]
    public void A_printed_code_is_read_as_it_is_written()
    {
        var code = PrintedCode.New();

        Assert.Equal((7, code), PrintedCode.Read(PrintedCode.Write(7, code)));
    }

    [Fact]
    public void Recovery_codes_are_read_without_regard_to_hyphens_and_case()
    {
        var code = RecoveryCode.New();

        Assert.Equal(RecoveryCode.HashOf(code), RecoveryCode.HashOf(code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.NotEqual(RecoveryCode.HashOf(code), RecoveryCode.HashOf(RecoveryCode.New()));
    }

    private static int Within(List<DateTimeOffset> sent, DateTimeOffset end, TimeSpan span) => sent.Count(at => at > end - span && at <= end);

    private static OneTimeCode NewCode() => new(CodePurpose.SignIn, "browser", "13800000000", 1, "network", Guid.NewGuid(), Noon);
}
