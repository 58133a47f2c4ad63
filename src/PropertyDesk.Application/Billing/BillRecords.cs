using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>Which bills a list shows.</summary>
public enum BillStateFilter
{
    All,

    Open,

    Overdue,

    Paid,

    Draft,
}

/// <summary>What a list of bills is narrowed to; null means no limit.</summary>
/// <param name="Text">Start of a unit's short form, part of a name, or a bill number.</param>
public sealed record BillFilter(Guid? CommunityId = null, Guid? RunId = null, BillingMonth? Month = null, BillStateFilter State = BillStateFilter.All, string? Text = null);

/// <summary>A page of bills, with the sums of all pages.</summary>
public sealed record BillPage(IReadOnlyList<BillRow> Rows, int Count, Money Total, Money Paid, Money Outstanding);

/// <summary>A bill in a list.</summary>
public sealed record BillRow(
    Guid Id, string Number, BillingMonth Period, Guid UnitId, string Unit, Guid OwnerId, string Owner, Money Total, Money Paid, Money Outstanding, DateOnly? DueOn, BillRunState State);

/// <summary>A bill as it is shown, printed and explained.</summary>
/// <param name="Arrears">Open from earlier months of the same unit and payer.</param>
public sealed record BillDetails(
    Guid Id, string Number, BillingMonth Period, Guid RunId, BillRunState State, string Community, string? CommunityPhone, string Building, Guid UnitId, string Unit,
    Guid OwnerId, string Owner, DateOnly? IssuedOn, DateOnly? DueOn, Money Total, Money Credited, Money Paid, Money Arrears,
    IReadOnlyList<BillLineDetails> Lines, IReadOnlyList<BillPayment> Payments)
{
    public Money Outstanding => Total - Credited - Paid;

    /// <summary>What is printed on it to open it without a login.</summary>
    public string Code { get; init; } = "";
}

/// <summary>A line with its working, and what came off it.</summary>
/// <param name="IsReversed">A red entry took it back.</param>
public sealed record BillLineDetails(
    Guid Id, string Item, bool OnBehalf, Money Amount, Money Credited, Money Paid, Money Net, decimal VatRate, LineWorking Working,
    IReadOnlyList<BillCreditDetails> Credits, bool IsReversed)
{
    public Money Outstanding => Amount - Credited - Paid;

    /// <summary>False would mean that the frozen data no longer give the frozen amount.</summary>
    public bool Proved => Working.Recompute() == Amount;
}

/// <summary>What came off a line: vacancy, discount, waiver, red entry.</summary>
/// <param name="On">From which day it counts; null in a draft.</param>
/// <param name="DocumentId">The approved request, if there is one.</param>
public sealed record BillCreditDetails(Guid Id, BillCreditKind Kind, Money Amount, DateOnly? On, LineWorking Working, Guid? DocumentId)
{
    /// <summary>False would mean that the frozen data no longer give the frozen amount.</summary>
    public bool Proved => Working.Recompute() == -Amount;
}

/// <summary>What a payment paid of the bill.</summary>
public sealed record BillPayment(Guid PaymentId, DateOnly PaidOn, Domain.Payments.PaymentMethod Method, Money Amount);
