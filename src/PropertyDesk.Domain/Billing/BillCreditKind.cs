namespace PropertyDesk.Domain.Billing;

/// <summary>Why a bill line is owed in part or not at all.</summary>
public enum BillCreditKind
{
    /// <summary>空置减免: agreed beforehand for a vacant unit.</summary>
    Vacancy,

    /// <summary>优惠: agreed beforehand, such as 5 % for paying a year.</summary>
    Discount,

    /// <summary>减免: decided afterwards, with a reason and an approval.</summary>
    Waiver,

    /// <summary>红冲: the line was wrong and is taken back.</summary>
    RedEntry,

    /// <summary>抵扣: a line below zero, such as an estimate that was too high, set against another line of the same bill.</summary>
    Offset,
}
