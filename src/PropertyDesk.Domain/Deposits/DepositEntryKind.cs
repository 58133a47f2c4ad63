namespace PropertyDesk.Domain.Deposits;

public enum DepositEntryKind
{
    /// <summary>收取</summary>
    Taken,

    /// <summary>扣除: damage, for instance; income from then on.</summary>
    Deducted,

    /// <summary>退还</summary>
    Refunded,
}
