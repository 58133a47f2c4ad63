using CsCheck;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.UnitTests.Accounts;

public sealed class AuthenticatorCodes
{
    // The key of the examples of RFC 6238, in base 32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 4, 0, 10, TimeSpan.Zero);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Agree_with_the_examples_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Are_taken_one_step_early_or_late(int seconds, bool taken) =>
        Assert.Equal(taken, Totp.StepOf(Secret, Totp.CodeAt(Secret, Noon.AddSeconds(seconds)), 0, Noon) is not null);

    [Fact]
    public void Are_taken_once()
    {
        var code = Totp.CodeAt(Secret, Noon);
        var step = Totp.StepOf(Secret, code, 0, Noon)!.Value;

        Assert.Null(Totp.StepOf(Secret, code, step, Noon));
        Assert.Null(Totp.StepOf(Secret, Totp.CodeAt(Secret, Noon.AddSeconds(-30)), step, Noon));
        Assert.NotNull(Totp.StepOf(Secret, Totp.CodeAt(Secret, Noon.AddSeconds(30)), step, Noon));
    }

    [Fact]
    public void Of_another_secret_are_refused() => Assert.Null(Totp.StepOf(Secret, Totp.CodeAt(Totp.NewSecret(), Noon), 0, Noon));

    [Fact]
    public void Never_give_a_step_outside_the_window() =>
        Gen.Select(Gen.Long[0, 4_000_000_000], Gen.Int[0, 999_999]).Sample((seconds, number) =>
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return Totp.StepOf(Secret, $"{number:000000}", 0, now) is not { } step || Math.Abs(step - (seconds / 30)) <= 1;
        });
}
