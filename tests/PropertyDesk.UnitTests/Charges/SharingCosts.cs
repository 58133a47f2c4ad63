using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class SharingCosts
{
    [Theory]
    [Golden("split-equal")]
    public void Equal_shares_differ_by_a_fen_at_most(GoldenCase golden)
    {
        foreach (var (given, expected) in golden.Given.GetProperty("splits").EnumerateArray().Zip(golden.Expect.GetProperty("shares").EnumerateArray()))
        {
            var shares = new SharedCost("", given.Amount("total")).Divide(ShareBasis.Household, [.. Enumerable.Repeat(1m, given.Count("ways"))]);

            Assert.Equal(expected.Amounts(), shares.Select(share => share.Amount));
        }
    }

    [Theory]
    [Golden("shared-electricity-by-area")]
    public void A_common_meter_is_shared_by_area(GoldenCase golden)
    {
        var cost = SharedCost.OfUse("", new SharedUse(golden.Given.Number("usage"), 1, golden.Given.Number("price")));

        Assert.Equal(golden.Expect.Amount("total"), cost.Total);
        Assert.Equal(
            golden.Expect.Amounts("shares"),
            cost.Divide(ShareBasis.Area, golden.Given.Numbers("areas")).Select(share => share.Amount));
    }

    [Fact]
    public void The_multiplier_of_the_common_meter_counts() =>
        Assert.Equal(Money.Round(577 * 10 * 0.5283m), SharedCost.OfMeter("电梯及楼道照明", 1201, 1778, 10, 0.5283m).Total);

    [Fact]
    public void Shares_are_the_whole_and_each_proves_itself() =>
        Gen.Select(Gen.Long[-50_000_000, 50_000_000], Gen.Int[0, 2_000_000].Select(w => w / 10_000m).Array[1, 60].Where(w => w.Sum() > 0))
            .Sample((fen, weights) =>
            {
                var shares = new SharedCost("", new Money(fen)).Divide(ShareBasis.Area, weights);

                Assert.Equal(new Money(fen), Money.Sum(shares.Select(share => share.Amount)));
                Assert.All(shares, share => Assert.Equal(share.Amount, LineWorking.FromJson(share.Working.ToJson()).Recompute()));
                Assert.All(shares, share => Assert.InRange(((SharedWorking)share.Working).ExtraFen, -1, 1));
            });

    [Fact]
    public void More_weight_never_pays_less() =>
        Gen.Select(Gen.Long[0, 50_000_000], Gen.Int[1, 2_000_000].Array[2, 40]).Sample((fen, weights) =>
        {
            decimal[] falling = [.. weights.OrderDescending().Select(w => (decimal)w)];
            Money[] shares = [.. new SharedCost("", new Money(fen)).Divide(ShareBasis.Area, falling).Select(share => share.Amount)];

            Assert.Equal(shares.OrderByDescending(share => share), shares);
        });
}
