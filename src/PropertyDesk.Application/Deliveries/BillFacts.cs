using System.Globalization;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What a message can say about a bill: the values of the places in templates.</summary>
internal sealed record BillFacts(
    string Owner, string Company, string Community, string Unit, BillingMonth Month, string Number, Money Amount, Money Open, DateOnly? Due, string? Phone, string Link)
{
    public static BillFacts Of(Bill bill, Community community, string company, DateOnly? due, Money open, string link) => new(
        bill.OwnerName, company, community.Name, bill.UnitCode, bill.Period, bill.Number, bill.Total - bill.Credited, open, due, community.Phone, link);

    public string Value(string place) => place switch
    {
        "owner" => Owner,
        "company" => Company,
        "community" => Community,
        "unit" => Unit,
        "month" => string.Create(CultureInfo.InvariantCulture, $"{Month.Year:0000}-{Month.Month:00}"),
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
}
