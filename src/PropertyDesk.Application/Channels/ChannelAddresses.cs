using System.Globalization;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Channels;

/// <summary>Where channels send their notices, and where they send the owner's browser back to.</summary>
/// <param name="PublicUrl">The configured address of the program, without a slash at its end.</param>
public sealed record ChannelAddresses(string PublicUrl)
{
    public string Notify(ChannelKind kind, int companyId) => string.Create(CultureInfo.InvariantCulture, $"{PublicUrl}/notify/{companyId}/{kind.ToString().ToLowerInvariant()}");

    public string Order(string slug, Guid orderId) => $"{PublicUrl}/{slug}/portal/pay/order/{orderId}";

    /// <summary>Where WeChat sends its browser back to with a code for who looks at it.</summary>
    public string WeChat(string slug) => $"{PublicUrl}/{slug}/portal/pay/wechat";

    /// <summary>A bill on the portal: what messages about it lead to.</summary>
    public string Bill(string slug, Guid billId) => $"{PublicUrl}/{slug}/portal/bills/details/{billId}";

    /// <summary>The surveys that an owner is asked to answer.</summary>
    public string Surveys(string slug) => $"{PublicUrl}/{slug}/portal/surveys";

    /// <summary>A notice on the portal.</summary>
    public string Notice(string slug, Guid noticeId) => $"{PublicUrl}/{slug}/portal/notices/details/{noticeId}";

    /// <summary>An event on the portal: where owners sign up for it.</summary>
    public string Event(string slug, Guid eventId) => $"{PublicUrl}/{slug}/portal/events/details/{eventId}";

    /// <summary>The notices of a community that anybody may read.</summary>
    public string PublicNotices(Guid communityId) => $"{PublicUrl}/account/notices/{communityId}";

    /// <summary>Where the code on a printed bill leads.</summary>
    /// <param name="code">As it is printed.</param>
    public string PrintedBill(string code) => $"{PublicUrl}/account/bill/{code}";

    /// <summary>Where an SMS provider reports; the secret is the address's own proof.</summary>
    public string SmsReceipts(SmsProvider provider, int companyId, string secret) =>
        string.Create(CultureInfo.InvariantCulture, $"{PublicUrl}/notify/{companyId}/{provider.ToString().ToLowerInvariant()}-sms/{secret}");

    /// <summary>A page of the portal.</summary>
    /// <param name="page">Below the portal's address.</param>
    public string Portal(string slug, string page) => $"{PublicUrl}/{slug}/portal/{page}";

    /// <summary>The portal's page on which an owner pays: what the desk sends to who could not.</summary>
    public string Pay(string slug) => $"{PublicUrl}/{slug}/portal/pay";
}
