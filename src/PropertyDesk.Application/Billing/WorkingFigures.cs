using System.Globalization;

namespace PropertyDesk.Application.Billing;

/// <summary>How the numbers of a working are written; the same in both languages.</summary>
internal static class WorkingFigures
{
    private const string DayForm = "yyyy-MM-dd";

    public static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <summary>Prices and areas: at least two decimals.</summary>
    public static string Price(decimal price) => price.ToString("0.00####", CultureInfo.InvariantCulture);

    /// <summary>Readings, uses and weights: as many decimals as there are; three dots where four do not hold them.</summary>
    public static string Quantity(decimal quantity) => Cut(quantity, "0.####");

    /// <summary>A result that is not rounded yet. Digits beyond the fourth are cut off and marked by three dots, never rounded away.</summary>
    public static string Exact(decimal amount) => Cut(amount, "0.00##");

    public static string Percent(decimal share) => share.ToString("0.####%", CultureInfo.InvariantCulture);

    /// <summary>A unit of price or quantity, such as 元/m³, each of its words in the current language.</summary>
    public static string Unit(string unit) =>
        string.Join('/', unit.Split('/').Select(part => string.Join('·', part.Split('·').Select(word => Texts.Of(word)))));

    /// <summary>What is counted by a price per something: m³ for 元/m³.</summary>
    public static string Counted(string priceUnit) =>
        priceUnit.Split('/') is [_, var counted, ..] ? Unit(counted.Split('·')[0]) : "";

    private static string Cut(decimal value, string form)
    {
        var cut = decimal.Round(value, 4, MidpointRounding.ToZero);
        return cut == value ? cut.ToString(form, CultureInfo.InvariantCulture) : cut.ToString("0.0000…", CultureInfo.InvariantCulture);
    }
}
