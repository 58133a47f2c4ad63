using System.Text.Json;
using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.UnitTests.Payments;

public sealed class ApplyingPurses
{
    /// <summary>The classes of the charge items that the cases name.</summary>
    private static readonly Dictionary<string, PurseClass> ClassOfItem = new() { ["property"] = PurseClass.Property, ["water"] = PurseClass.Utilities };

    [Theory]
    [Golden("purse-part-and-whole")]
    public void A_purse_pays_parts_or_whole_bills_of_its_class(GoldenCase golden)
    {
        AsExpected(golden, golden.Expect.GetProperty("partAllowed"), wholeBillsOnly: false);
        AsExpected(golden, golden.Expect.GetProperty("wholeBillsOnly"), wholeBillsOnly: true);
    }

    [Fact]
    public void A_general_or_released_purse_pays_every_class()
    {
        PurseBill[] bills = [new(PurseClass.Utilities, new Money(100)), new(PurseClass.Parking, new Money(100))];

        Assert.Equal(Money.Zero, PurseApplication.Of(new Money(200), PurseClass.General, bills, wholeBillsOnly: true).Balance);
        Assert.Equal(new Money(200), PurseApplication.Of(new Money(200), PurseClass.Property, bills, wholeBillsOnly: true).Balance);
        Assert.Equal(Money.Zero, PurseApplication.Of(new Money(200), PurseClass.Property, bills, wholeBillsOnly: true, released: true).Balance);
    }

    [Fact]
    public void A_purse_never_goes_below_zero_and_loses_nothing() =>
        Gen.Select(
            Gen.Long[0, 500_000], Gen.Enum<PurseClass>(), Gen.Select(Gen.Enum<PurseClass>(), Gen.Long[0, 200_000]).Array[0, 8], Gen.Bool, Gen.Bool)
            .Sample((fen, purse, given, whole, released) =>
            {
                PurseBill[] bills = [.. given.Select(bill => new PurseBill(bill.Item1, new Money(bill.Item2)))];
                var application = PurseApplication.Of(new Money(fen), purse, bills, whole, released);

                Assert.True(application.Balance >= Money.Zero);
                Assert.Equal(new Money(fen), Money.Sum(application.Applied) + application.Balance);
                Assert.All(application.Applied.Zip(bills), pair => Assert.InRange(pair.First.Fen, 0, pair.Second.Open.Fen));
                Assert.All(
                    application.Applied.Zip(bills),
                    pair => Assert.True(!whole || pair.First.IsZero || pair.First == pair.Second.Open));
            });

    private static void AsExpected(GoldenCase golden, JsonElement expected, bool wholeBillsOnly)
    {
        PurseBill[] bills =
        [
            .. golden.Given.GetProperty("bills").EnumerateArray().Select(bill => new PurseBill(ClassOfItem[bill.Text("item")], bill.Amount("amount"))),
        ];
        var application = PurseApplication.Of(golden.Given.Amount("purse"), ClassOfItem[golden.Given.Text("class")], bills, wholeBillsOnly);

        Assert.Equal(expected.Amounts("applied"), application.Applied);
        Assert.Equal(expected.Amount("purse"), application.Balance);
    }
}
