namespace PropertyDesk.Domain.Ledger;

public enum JournalKind
{
    BillPublished,

    PaymentReceived,

    /// <summary>Money that went back to the payer: a payment taken back, or prepaid money paid out.</summary>
    PaymentReturned,

    /// <summary>减免</summary>
    Waived,

    /// <summary>红冲</summary>
    RedEntry,

    /// <summary>A movement of an owner's purse.</summary>
    PurseMoved,

    /// <summary>调剂: prepaid money of one class made free for another.</summary>
    PurseReleased,

    /// <summary>合并档案: what one record of a person owed and was owed is the other record's.</summary>
    OwnersMerged,

    /// <summary>撤销合并</summary>
    OwnersParted,

    /// <summary>缴存: cash taken to the bank.</summary>
    CashDeposited,

    /// <summary>长短款</summary>
    TillDiffers,

    /// <summary>A deposit taken, deducted or given back.</summary>
    DepositMoved,

    /// <summary>渠道结算: a channel's money reached the bank.</summary>
    ChannelSettled,

    /// <summary>差异调账: what a statement says more or less than was booked.</summary>
    DifferencePosted,

    /// <summary>待查款转出: money that waited found its owner, or was taken back.</summary>
    DifferenceReleased,
}
