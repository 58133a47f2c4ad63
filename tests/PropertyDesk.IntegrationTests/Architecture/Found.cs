namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>A rule that is broken names every place that breaks it.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> places)
    {
        var found = places.ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
