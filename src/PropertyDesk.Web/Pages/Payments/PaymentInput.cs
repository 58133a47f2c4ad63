using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>What the collector's form sends.</summary>
public sealed class PaymentInput : TenderInput
{
    /// <summary>Made when the page was opened, so that one page books once.</summary>
    public Guid RequestId { get; set; }

    /// <summary>All that was due when the page was shown, in fen.</summary>
    public long SeenFen { get; set; }

    public List<Guid> BillIds { get; set; } = [];

    [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
    public decimal Amount { get; set; }

    /// <summary>Parts of the amount that are paid in other ways; those without an amount are not used.</summary>
    public List<OtherPart> Others { get; set; } = [];

    /// <summary>Every bill was unticked: with <see cref="RestToPurse"/>, all of it is prepaid.</summary>
    public bool IsNoneTicked { get; set; }

    /// <summary>No bill is paid: whoever unticked all of them keeps the money for later.</summary>
    public bool PrepaysAll => IsNoneTicked && RestToPurse && BillIds.Count == 0;

    /// <summary>What no bill needs is prepaid.</summary>
    public bool RestToPurse { get; set; }

    /// <summary>The money is taken although the channel of an order that can still be paid does not answer.</summary>
    public bool TakeAnyway { get; set; }

    /// <summary>It is many times what is due, and that is meant.</summary>
    public bool IsSoMuch { get; set; }

    /// <summary>The field in which the number stands.</summary>
    internal string FieldOf(string reference) =>
        Others.FindIndex(part => part.Amount is not null && part.Method.NeedsReference() && UnitText.Plain(part.Reference) == reference) is >= 0 and var i ? $"Input.Others[{i}].Reference" : "Input.Reference";

    /// <exception cref="RuleViolation">The other parts are as much as all of it, or one of them lacks its number.</exception>
    internal IReadOnlyList<Tender> Tenders()
    {
        for (var i = 0; i < Others.Count; i++)
        {
            if (Others[i] is { Amount: not null } part && part.Method.NeedsReference() && string.IsNullOrWhiteSpace(part.Reference))
            {
                throw new RuleViolation("请填写{0}的单号。", [Words.Of(part.Method)], $"Input.Others[{i}].Reference");
            }
        }

        var others = Others.Where(part => part.Amount is not null).Select(part => Of(part.Method, Money.Exact(part.Amount!.Value), part.Reference)).ToList();
        var first = Money.Exact(Amount) - Money.Sum(others.Select(tender => tender.Amount));
        if (first <= Money.Zero)
        {
            throw new RuleViolation("其他方式的金额之和须小于本次收款。", field: "Input.Others");
        }

        return [Of(first), .. others];
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
