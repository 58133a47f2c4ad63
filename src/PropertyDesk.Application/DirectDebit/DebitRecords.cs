using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>A batch in the list.</summary>
/// <param name="Open">Lines that wait for a person, or to be booked.</param>
/// <param name="Cases">Booked lines whose bills had been paid meanwhile, not seen yet.</param>
public sealed record DebitBatchRow(
    Guid Id, int? Number, DebitBatchState State, string Scope, DateOnly? DueUntil, string Layout, string MadeBy, DateTimeOffset MadeAt, int Count, Money Total,
    int BookedCount, Money Booked, int FailedCount, Money Failed, int Open, int Cases)
{
    public string Display => DebitBatch.Format(Number);
}

/// <summary>A batch with what became of its lines.</summary>
public sealed record DebitBatchDetails(
    DebitBatchRow Row, string? FileName, string? FileHash, string? ExportedBy, DateTimeOffset? ExportedAt, string? CancelledBy,
    IReadOnlyList<DebitStateSum> States, IReadOnlyList<DebitFailure> Failures, IReadOnlyList<DebitReturnRow> Returns)
{
    public bool MayReturn => Row.State is DebitBatchState.Exported or DebitBatchState.Returned;
}

/// <summary>What of a batch is in one state.</summary>
public sealed record DebitStateSum(DebitLineState State, int Count, Money Amount);

/// <summary>What failed for one reason.</summary>
public sealed record DebitFailure(string Code, string Reason, int Count, Money Amount);

/// <summary>A return file that was taken.</summary>
public sealed record DebitReturnRow(
    Guid Id, Guid BatchId, int? Batch, string FileName, string FileHash, string TakenBy, DateTimeOffset TakenAt, int Count, Money Total, int SuccessCount, Money SuccessTotal, int Repeated);

/// <summary>A return file, and how the lines that it spoke of stand now.</summary>
public sealed record DebitReturnDetails(DebitReturnRow Row, IReadOnlyList<DebitStateSum> States, IReadOnlyList<DebitFailure> Failures, int Cases);

/// <summary>A line; the account by its last digits.</summary>
/// <param name="Reason">Why it failed or is held, or what somebody has to see.</param>
public sealed record DebitLineRow(
    Guid Id, Guid BatchId, int? Batch, int Sequence, string? Key, Guid OwnerId, string Owner, string Bank, string AccountTail, string Holder, Money Amount, DebitLineState State, string? Code,
    string? Text, string? Reason, DateOnly? BankDate, Guid? PaymentId, string? Receipt, bool IsCase, string? DecidedBy, string? Note)
{
    public string Account => BankAccount.Masked(AccountTail);
}

/// <summary>A line with its bills.</summary>
public sealed record DebitLineDetails(DebitLineRow Row, DebitBatchState BatchState, IReadOnlyList<DebitLineBillRow> Bills);

/// <summary>A bill of a line.</summary>
/// <param name="IsHeld">It is in collection.</param>
public sealed record DebitLineBillRow(Guid BillId, string Number, BillingMonth Period, string Unit, Money Amount, bool IsHeld);
