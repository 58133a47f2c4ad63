namespace PropertyDesk.Domain.Deliveries;

public enum DeliveryState
{
    /// <summary>待发送</summary>
    Queued,
}
