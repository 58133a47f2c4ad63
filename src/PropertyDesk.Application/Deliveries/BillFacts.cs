using System.Globalization;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What a message can say about a bill: the values of the places in templates.</summary>
internal sealed record BillFacts(
    string Owner, string Company, string Community, string Unit, string Month, string Number, Money Amount, Money Open, DateOnly? Due, string? Phone, string Link)
{
    public static BillFacts Of(Bill bill, Community community, string company, DateOnly? due, Money open, string link) => new(
        bill.OwnerName, company, community.Name, bill.UnitCode, Written(bill.Period), bill.Number, bill.Total - bill.Credited, open, due, community.Phone, link);

    /// <summary>Of several bills of one owner: their units, months and numbers in a row, their sums, the first due date.</summary>
    /// <param name="bills">At least one, the oldest first.</param>
    /// <param name="open">What is asked.</param>
    public static BillFacts OfSeveral(IReadOnlyList<Bill> bills, Community community, string company, Money open, string link) => Of(bills[0], community, company, bills.Min(b => b.DueOn), open, link) with
    {
        Unit = Row(bills.Select(b => b.UnitCode)),
        Month = Row(bills.Select(b => Written(b.Period))),
        Number = Row(bills.Select(b => b.Number)),
        Amount = Money.Sum(bills.Select(b => b.Total - b.Credited)),
    };

    public string Value(string place) => place switch
    {
        "owner" => Owner,
        "company" => Company,
        "community" => Community,
        "unit" => Unit,
        "month" => Month,
        "number" => Number,
        "amount" => Amount.ToString(),
        "open" => Open.ToString(),
        "due" => Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        "phone" => Phone ?? "",
        "link" => Link,
        _ => throw new ArgumentException(place, nameof(place)),
    };

    /// <summary>The words with the facts in them.</summary>
    public DeliveryText Fill(TemplateWords words, DeliveryLanguage language) => FilledWords.Of(words, language, Value, TemplateText.Places);

    // Of many, the first and the last: a message has little room.
    private static string Row(IEnumerable<string> all)
    {
        var each = all.Distinct().Order(StringComparer.Ordinal).ToList();
        return each.Count <= 3 ? string.Join('、', each) : $"{each[0]}~{each[^1]}";
    }

    private static string Written(BillingMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}");
}
