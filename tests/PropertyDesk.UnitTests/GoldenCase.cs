using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PropertyDesk.Domain;
using Xunit.Sdk;
using Xunit.v3;

namespace PropertyDesk.UnitTests;

/// <summary>A worked case of golden-cases.json: what is given and what must come out, never typed a second time.</summary>
public sealed class GoldenCase(JsonElement json)
{
    public static IReadOnlyList<GoldenCase> All { get; } =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden-cases.json")))
            .RootElement.GetProperty("cases").EnumerateArray().Select(json => new GoldenCase(json))];

    public string Id => json.GetProperty("id").GetString()!;

    public JsonElement Given => json.GetProperty("given");

    public JsonElement Expect => json.GetProperty("expect");

    public static GoldenCase Of(string id) => All.Single(c => c.Id == id);

    public override string ToString() => Id;
}

/// <summary>Hands the named case to a theory, and tells <see cref="CoveringTheGoldenCases"/> that it is tested.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldenAttribute(string id) : DataAttribute
{
    public string Id => id;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<GoldenCase>(GoldenCase.Of(id))]);

    public override bool SupportsDiscoveryEnumeration() => false;
}

/// <summary>Reads the values of a case, which are text so that no reader makes them binary fractions.</summary>
public static class GoldenValues
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static decimal Number(this JsonElement json, string name) => json.GetProperty(name).Number();

    public static decimal Number(this JsonElement json) => decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture);

    public static int Count(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static Money Amount(this JsonElement json, string name) => Money.Exact(json.Number(name));

    public static Money[] Amounts(this JsonElement json, string name) => json.GetProperty(name).Amounts();

    public static Money[] Amounts(this JsonElement json) => [.. json.EnumerateArray().Select(n => Money.Exact(n.Number()))];

    public static decimal[] Numbers(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(n => n.Number())];

    public static DateOnly Day(this JsonElement json, string name) => json.GetProperty(name).Day();

    public static DateOnly Day(this JsonElement json) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static BillingMonth Month(this JsonElement json, string name) =>
        BillingMonth.TryParse(json.Text(name), out var month) ? month : throw new FormatException(name);
}
