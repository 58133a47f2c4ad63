using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Purses;

/// <summary>An owner's prepaid money in the list of a community.</summary>
public sealed record PurseRow(Guid OwnerId, string Owner, IReadOnlyList<string> Units, Money General, Money Property, Money Utilities, Money Parking)
{
    public Money Total => General + Property + Utilities + Parking;

    public Money Of(PurseClass @class) => @class switch
    {
        PurseClass.General => General,
        PurseClass.Property => Property,
        PurseClass.Utilities => Utilities,
        _ => Parking,
    };
}

/// <summary>A page of purses, with the sums of the whole list.</summary>
/// <param name="Ledger">What the ledger says is prepaid; equals the total, or the books are wrong.</param>
public sealed record PurseList(Paged<PurseRow> Page, IReadOnlyDictionary<PurseClass, Money> Sums, Money Ledger)
{
    public Money Total => Money.Sum(Sums.Values);
}

/// <summary>What kind of document moved a purse.</summary>
public enum PurseDocument
{
    Payment,
    Use,
    Release,
    Bill,
    Correction,
    Merge,
}

/// <summary>A movement of a purse with the document that caused it.</summary>
/// <param name="Document">Its number or subject.</param>
/// <param name="By">Who made it; null where the document does not say.</param>
public sealed record PurseMovementRow(
    Guid Id, DateOnly On, DateTimeOffset RecordedAt, PurseClass Class, PurseEntryKind Kind, Money Amount, PurseDocument DocumentKind, Guid DocumentId, string Document, string? By);

/// <summary>Everything about an owner's purses.</summary>
/// <param name="Balances">Of every class, nothing included.</param>
/// <param name="Owed">All that is open of the owner's bills.</param>
/// <param name="Consent">The owner's agreement that purses pay other classes; null where there is none.</param>
public sealed record OwnerPurses(
    Guid OwnerId, string Owner, Guid CommunityId, string Community, IReadOnlyDictionary<PurseClass, Money> Balances, Money Owed, PurseWays Ways, ConsentRow? Consent, IReadOnlyList<ReleaseRow> Releases)
{
    public Money Total => Money.Sum(Balances.Values);
}

public sealed record ConsentRow(string Evidence, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A release between classes.</summary>
/// <param name="Number">Of its document; null until it is carried out.</param>
public sealed record ReleaseRow(
    Guid Id, Guid OwnerId, string Owner, PurseClass From, PurseClass To, Money Amount, string Reason, CorrectionState State, string? Number,
    Guid? RequestedById, string RequestedBy, DateTimeOffset RequestedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? DecisionNote, string Community)
{
    /// <summary>What the community's desk prints it on.</summary>
    public ReceiptPaper Paper { get; init; }
}

/// <summary>A document that used purses to pay bills, or its red twin.</summary>
/// <param name="Period">Of the bills whose publication made it; null at the desk.</param>
/// <param name="Twin">The other half of one that was taken back.</param>
public sealed record UseDetails(
    Guid Id, string Number, Guid OwnerId, string Owner, string Community, Money Amount, DateTimeOffset At, string By, string? Reason, BillingMonth? Period, bool IsRed, UseTwin? Twin, IReadOnlyList<UseLine> Lines)
{
    /// <summary>What the community's desk prints it on.</summary>
    public ReceiptPaper Paper { get; init; }
}

public sealed record UseTwin(Guid Id, string Number);

/// <summary>What a purse paid of a charge; below zero on a red twin.</summary>
public sealed record UseLine(Guid BillId, string BillNumber, BillingMonth Period, string Unit, string Item, PurseClass Purse, Money Amount);

/// <summary>What purses paid when a run was published.</summary>
public sealed record RunUses(int Documents, Money Amount);
