using System.ComponentModel.DataAnnotations;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>What the collector's form sends.</summary>
public sealed class PaymentInput
{
    /// <summary>Made when the page was opened, so that one page books once.</summary>
    public Guid RequestId { get; set; }

    /// <summary>All that was due when the page was shown, in fen.</summary>
    public long SeenFen { get; set; }

    public List<Guid> BillIds { get; set; } = [];

    [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
    public decimal Amount { get; set; }

    public PaymentMethod Method { get; set; }

    [StringLength(64)]
    public string? Reference { get; set; }

    /// <summary>Parts of the amount that are paid in other ways; those without an amount are not used.</summary>
    public List<OtherPart> Others { get; set; } = [];

    /// <summary>What no bill needs is prepaid.</summary>
    public bool RestToPurse { get; set; }

    /// <summary>The money is taken although the channel of an order that can still be paid does not answer.</summary>
    public bool TakeAnyway { get; set; }

    /// <exception cref="RuleViolation">The other parts are as much as all of it.</exception>
    internal IReadOnlyList<Tender> Tenders()
    {
        var others = Others.Where(part => part.Amount is not null).Select(part => new Tender(part.Method, Money.Exact(part.Amount!.Value), part.Reference)).ToList();
        var first = Money.Exact(Amount) - Money.Sum(others.Select(tender => tender.Amount));
        return first > Money.Zero
            ? [new Tender(Method, first, Reference), .. others]
            : throw new RuleViolation("其他方式的金额之和须小于本次收款。", field: "Input.Others");
    }
}

/// <summary>A part of the amount that is paid in another way.</summary>
public sealed class OtherPart
{
    [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
    public decimal? Amount { get; set; }

    public PaymentMethod Method { get; set; } = PaymentMethod.QrCode;

    [StringLength(64)]
    public string? Reference { get; set; }
}
