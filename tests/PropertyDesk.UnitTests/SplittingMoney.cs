using CsCheck;
using PropertyDesk.Domain;

namespace PropertyDesk.UnitTests;

public sealed class SplittingMoney
{
    [Fact]
    public void Shares_add_up_to_the_whole() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Gen.Int[1, 100_000].Select(w => w / 100m).Array[1, 40])
            .Sample((fen, weights) => Assert.Equal(new Money(fen), Money.Sum(new Money(fen).Split(weights))));
}
