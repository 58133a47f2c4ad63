using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.UnitTests.Payments;

public sealed class CountingTheTill
{
    [Theory]
    [Golden("till")]
    public void Expects_what_came_in_less_what_went_out(GoldenCase golden)
    {
        var till = new TillCount(golden.Given.Amount("float"), golden.Given.Amount("cashIn"), golden.Given.Amount("cashRefunds"), Money.Zero);

        Assert.Equal(golden.Expect.Amount("expected"), till.Expected);
        Assert.Equal(Money.Zero, till.Difference(till.Expected));
    }

    [Fact]
    public void Cash_taken_to_the_bank_is_no_longer_expected_and_a_lack_is_negative()
    {
        var till = new TillCount(new Money(500), new Money(1000), new Money(100), new Money(900));

        Assert.Equal(new Money(500), till.Expected);
        Assert.Equal(new Money(-20), till.Difference(new Money(480)));
    }
}
