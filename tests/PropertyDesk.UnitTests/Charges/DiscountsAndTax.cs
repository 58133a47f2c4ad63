using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.UnitTests.Charges;

public sealed class DiscountsAndTax
{
    [Theory]
    [Golden("year-discount")]
    public void Paying_a_year_is_discounted_on_the_whole(GoldenCase golden)
    {
        Money[] months = [.. Enumerable.Repeat(golden.Given.Amount("monthly"), golden.Given.Count("months"))];
        var discount = Money.Sum(YearDiscount.Of(months, golden.Given.Number("discount")).Select(line => line.Amount));

        Assert.Equal(-golden.Expect.Amount("discount"), discount);
        Assert.Equal(golden.Expect.Amount("pay"), Money.Sum(months) + discount);
    }

    [Fact]
    public void The_discounts_of_the_months_are_the_whole_discount() =>
        Gen.Select(Gen.Long[1, 10_000_000].Array[1, 24], Gen.Int[0, 1000]).Sample((fen, permille) =>
        {
            Money[] months = [.. fen.Select(f => new Money(f))];
            var lines = YearDiscount.Of(months, permille / 1000m);

            Assert.Equal(-Money.Round(Money.Sum(months).Yuan * permille / 1000m), Money.Sum(lines.Select(line => line.Amount)));
            Assert.All(lines, line => Assert.Equal(line.Amount, LineWorking.FromJson(line.Working.ToJson()).Recompute()));
        });

    [Theory]
    [Golden("vat-included")]
    public void Vat_is_taken_out_of_the_gross_amount(GoldenCase golden) =>
        Assert.Equal(
            new VatSplit(golden.Expect.Amount("net"), golden.Expect.Amount("tax")),
            VatSplit.Of(golden.Given.Amount("gross"), golden.Given.Number("rate")));

    [Fact]
    public void Net_and_tax_are_the_gross_amount() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Gen.Int[0, 30]).Sample((fen, percent) =>
        {
            var split = VatSplit.Of(new Money(fen), percent / 100m);

            Assert.Equal(new Money(fen), split.Net + split.Tax);
        });
}
