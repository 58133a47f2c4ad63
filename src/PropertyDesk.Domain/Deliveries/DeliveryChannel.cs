namespace PropertyDesk.Domain.Deliveries;

/// <summary>A way to reach an owner.</summary>
public enum DeliveryChannel
{
    /// <summary>业主端: what was published stands there.</summary>
    Portal,

    /// <summary>邮件</summary>
    Email,

    /// <summary>短信</summary>
    Sms,

    /// <summary>纸质送达: by hand, on the delivery round.</summary>
    Print,

    /// <summary>电话: somebody calls.</summary>
    Phone,
}

/// <summary>What is true of each channel.</summary>
public static class DeliveryChannels
{
    /// <summary>The program sends it by itself, over the network.</summary>
    public static bool IsSent(this DeliveryChannel channel) => channel is DeliveryChannel.Email or DeliveryChannel.Sms;

    /// <summary>People do it, and record what came of it.</summary>
    public static bool IsByPeople(this DeliveryChannel channel) => channel is DeliveryChannel.Print or DeliveryChannel.Phone;
}
