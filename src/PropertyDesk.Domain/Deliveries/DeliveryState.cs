namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryState
{
    /// <summary>待发送</summary>
    Queued,

    /// <summary>发送中: kept before the provider is called, so that a crash leaves a trace.</summary>
    Sending,

    /// <summary>已发出: the provider took it.</summary>
    Sent,

    /// <summary>已送达: it is known to have arrived.</summary>
    Delivered,

    /// <summary>失败: refused, for a reason that another try would not mend.</summary>
    Failed,

    /// <summary>已放弃: after the last try, by a person, or because it is of no use any more.</summary>
    GivenUp,

    /// <summary>不确定: it may have gone out; never sent again without a person.</summary>
    Uncertain,

    /// <summary>无法联系: no channel reaches the owner.</summary>
    Unreachable,
}
