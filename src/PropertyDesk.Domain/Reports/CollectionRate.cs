using System.Globalization;

namespace PropertyDesk.Domain.Reports;

/// <summary>A share of what was due, as it is reported.</summary>
public static class CollectionRate
{
    /// <summary>Null where nothing was due: then there is no rate.</summary>
    public static decimal? Of(Money collected, Money due) => due > Money.Zero ? (decimal)collected.Fen / due.Fen : null;

    /// <summary>Null where nothing was billed.</summary>
    public static decimal? Of(int paid, int billed) => billed > 0 ? (decimal)paid / billed : null;

    /// <summary>86.87%, and — where there is no rate; the same in both languages.</summary>
    public static string Text(decimal? rate) => rate?.ToString("0.00%", CultureInfo.InvariantCulture) ?? "—";
}
