namespace PropertyDesk.Domain.Ledger;

public enum JournalKind
{
    BillPublished,

    PaymentReceived,
}
