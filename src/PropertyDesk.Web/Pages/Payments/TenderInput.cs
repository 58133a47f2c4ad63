using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>How money is handed over, as the forms of the desk send it.</summary>
public class TenderInput
{
    public PaymentMethod Method { get; set; }

    [StringLength(64)]
    public string? Reference { get; set; }

    /// <summary>Cash as it was handed over, for the change; null where it was not typed, or nothing is paid in cash.</summary>
    [Range(0, 100_000_000, ErrorMessage = "收到的现金看不懂，请填数字或留空。")]
    public decimal? Handed { get; set; }

    /// <summary>The number of the slip or transfer stands on another receipt already, and that is meant.</summary>
    public bool IsSameMoney { get; set; }

    /// <summary>So much, by the method that is chosen.</summary>
    internal Tender Of(Money amount) => Of(Method, amount, Reference) with { Handed = Method == PaymentMethod.Cash && Handed is { } handed ? Money.Exact(handed) : null };

    // A field that the chosen way hides may still hold what was typed for another; full-width digits are the
    // slip's digits, and a number that is typed in groups, or in small letters, is the same number.
    internal static Tender Of(PaymentMethod method, Money amount, string? reference) => new(method, amount, method.NeedsReference() ? UnitText.Plain(reference).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() : null);
}

/// <summary>The part of a form that says how money is handed over.</summary>
/// <param name="Repeated">The receipt that has the typed number already; null where it is new.</param>
public sealed record TenderFields(TenderInput Input, IReadOnlyList<PaymentMethod> Methods, UsedSlip? Repeated);
