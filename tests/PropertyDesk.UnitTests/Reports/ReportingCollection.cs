using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.UnitTests.Reports;

public sealed class ReportingCollection
{
    [Theory]
    [Golden("collection-rates")]
    public void Rates_of_the_period_of_arrears_and_of_both(GoldenCase golden)
    {
        // The prepayment of the case is for later periods: the figures have no place for it.
        var figures = new CollectionFigures
        {
            Opening = golden.Given.Amount("openingArrears"),
            Billed = golden.Given.Amount("receivable"),
            Waived = golden.Given.Amount("waivers"),
            Collected = golden.Given.Amount("collectedCurrent"),
            PriorCollected = golden.Given.Amount("collectedPrior"),
        };

        Assert.Equal(golden.Expect.Text("current"), CollectionRate.Text(figures.Current));
        Assert.Equal(golden.Expect.Text("prior"), CollectionRate.Text(figures.Prior));
        Assert.Equal(golden.Expect.Text("combined"), CollectionRate.Text(figures.Combined));
        Assert.Equal(golden.Expect.Amount("closing"), figures.Closing);
    }

    [Fact]
    public void Nothing_due_prints_a_dash()
    {
        Assert.Equal(["—", "—", "—", "—"], new[]
        {
            CollectionFigures.None.Current, CollectionFigures.None.Prior, CollectionFigures.None.Combined, CollectionFigures.None.ByHousehold,
        }.Select(CollectionRate.Text));
        Assert.Equal("0.00%", CollectionRate.Text(0));
        Assert.Equal("100.00%", CollectionRate.Text(1));
    }

    [Fact]
    public void Red_entries_and_waivers_lower_what_is_due()
    {
        var figures = new CollectionFigures
        {
            Opening = new(1000),
            PriorRed = new(100),
            PriorWaived = new(100),
            PriorCollected = new(400),
            Billed = new(2000),
            Red = new(500),
            Waived = new(500),
            Collected = new(750),
            Households = 8,
            HouseholdsPaid = 3,
        };

        Assert.Equal(
            ["75.00%", "50.00%", "63.89%", "37.50%"],
            new[] { figures.Current, figures.Prior, figures.Combined, figures.ByHousehold }.Select(CollectionRate.Text));
        Assert.True(figures.ClosesTo(new Money(650)));
        Assert.False(figures.ClosesTo(new Money(651)));
    }

    [Fact]
    public void Rows_add_up_to_the_total_line() =>
        Gen.Select(Figures, Figures, Figures).Sample((a, b, c) =>
        {
            var total = a + b + c;

            Assert.Equal(a.Closing + b.Closing + c.Closing, total.Closing);
            Assert.Equal(total, CollectionFigures.None + c + b + a);
        });

    private static Gen<CollectionFigures> Figures => Gen.Long[0, 1_000_000].Select(fen => new Money(fen)).Array[8].Select(m => new CollectionFigures
    {
        Opening = m[0],
        PriorRed = m[1],
        PriorWaived = m[2],
        PriorCollected = m[3],
        Billed = m[4],
        Red = m[5],
        Waived = m[6],
        Collected = m[7],
    });
}
