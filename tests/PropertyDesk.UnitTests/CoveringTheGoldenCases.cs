using System.Reflection;

namespace PropertyDesk.UnitTests;

public sealed class CoveringTheGoldenCases
{
    /// <summary>
    /// Cases that are about the database or about two people at once: no arithmetic of theirs is left to test here. Each
    /// has the integration tests of one room as its owner.
    /// </summary>
    private static readonly Dictionary<string, string> OwnedByIntegrationTests = new()
    {
        ["run-twice"] = "Billing: bill runs",
        ["price-changed-later"] = "Billing: bill runs",
        ["paid-twice-at-once"] = "Payments: taking money at the desk",
        ["void-and-reissue"] = "Payments: voiding receipts",
        ["deposit"] = "Payments: deposits",
        ["direct-debit-return"] = "DirectDebit: a batch goes out, comes back and is booked once",
    };

    private static readonly string[] TestedHere =
    [
        .. typeof(CoveringTheGoldenCases).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<GoldenAttribute>())
            .Select(golden => golden.Id),
    ];

    [Fact]
    public void Every_case_is_tested_here_or_has_another_owner() =>
        Assert.Empty(GoldenCase.All.Select(golden => golden.Id).Except(TestedHere).Except(OwnedByIntegrationTests.Keys));

    [Fact]
    public void No_owner_is_named_for_a_case_that_is_tested_here_or_is_not_there()
    {
        Assert.Empty(OwnedByIntegrationTests.Keys.Intersect(TestedHere));
        Assert.Empty(OwnedByIntegrationTests.Keys.Except(GoldenCase.All.Select(golden => golden.Id)));
    }
}
