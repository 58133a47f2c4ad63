using System.Globalization;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>Where channels send their notices, and where they send the owner's browser back to.</summary>
/// <param name="PublicUrl">The configured address of the program, without a slash at its end.</param>
public sealed record ChannelAddresses(string PublicUrl)
{
    public string Notify(ChannelKind kind, int companyId) => string.Create(CultureInfo.InvariantCulture, $"{PublicUrl}/notify/{companyId}/{kind.ToString().ToLowerInvariant()}");

    public string Order(string slug, Guid orderId) => $"{PublicUrl}/{slug}/portal/pay/order/{orderId}";

    /// <summary>Where WeChat sends its browser back to with a code for who looks at it.</summary>
    public string WeChat(string slug) => $"{PublicUrl}/{slug}/portal/pay/wechat";

    /// <summary>The portal's page on which an owner pays: what the desk sends to who could not.</summary>
    public string Pay(string slug) => $"{PublicUrl}/{slug}/portal/pay";
}
