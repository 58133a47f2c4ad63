namespace PropertyDesk.Domain.Communities;

/// <summary>What was recorded about a unit.</summary>
public enum UnitEventKind
{
    /// <summary>登记业主: the first owners of the unit.</summary>
    OwnersRegistered,

    /// <summary>过户</summary>
    Transferred,

    TransferUndone,

    /// <summary>How several owners are billed.</summary>
    PaymentChanged,

    /// <summary>交付</summary>
    HandedOver,

    HandoverUndone,

    StatusChanged,

    /// <summary>居住人数</summary>
    PeopleChanged,

    /// <summary>面积更正</summary>
    AreaCorrected,

    AreaUndone,

    /// <summary>租户入住</summary>
    LeaseBegun,

    LeaseEnded,

    LeaseUndone,

    /// <summary>申请空置优惠</summary>
    VacancyRequested,

    VacancyApproved,

    VacancyRejected,

    VacancyEnded,
}
