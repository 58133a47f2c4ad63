using System.Text.RegularExpressions;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>Where an owner can be reached.</summary>
/// <param name="HasLogin">The owner has an account on the portal.</param>
public sealed record Reach(string? Email, string? Phone, bool HasLogin);

/// <summary>A channel that was passed over, and why.</summary>
/// <param name="Why">Simplified Chinese, key of its English.</param>
public sealed record PassedOver(DeliveryChannel Channel, string Why);

/// <summary>Chooses the channel of a message: the owner's own first, then the company's order.</summary>
public static partial class DeliveryRouting
{
    /// <param name="preference">Null where the owner chose nothing.</param>
    /// <param name="first">Goes before what the owner chose and before the company's order, as long as the owner does not refuse it; null: nothing does.</param>
    /// <param name="closed">Why the company cannot use a channel for this message; null where it can.</param>
    /// <returns>The channel and the address, both null where none is left; and what was passed over on the way.</returns>
    public static (DeliveryChannel? Channel, string? Address, IReadOnlyList<PassedOver> Passed) Choose(
        IReadOnlyList<DeliveryChannel> order, DeliveryPreference? preference, Reach reach, Func<DeliveryChannel, string?> closed, DeliveryChannel? first = null)
    {
        var passed = new List<PassedOver>();
        var wanted = (first ?? preference?.Channel) is { } before ? order.Where(c => c != before).Prepend(before) : order;
        foreach (var channel in wanted)
        {
            var why = preference?.Refuses(channel) == true ? "业主不同意" : closed(channel) ?? Lacks(channel, reach);
            if (why is null)
            {
                return (channel, channel switch { DeliveryChannel.Email => reach.Email, DeliveryChannel.Sms or DeliveryChannel.Phone => reach.Phone, _ => null }, passed);
            }

            passed.Add(new PassedOver(channel, why));
        }

        return (null, null, passed);
    }

    /// <summary>Mainland mobile numbers, and foreign ones with their country's code.</summary>
    public static bool IsMobile(string phone) => Mobile().IsMatch(phone);

    private static string? Lacks(DeliveryChannel channel, Reach reach) => channel switch
    {
        DeliveryChannel.Email => reach.Email is null ? "没有登记邮箱" : null,
        DeliveryChannel.Sms => reach.Phone is null ? "没有登记手机号" : IsMobile(reach.Phone) ? null : "登记的不是手机号",
        DeliveryChannel.Phone => reach.Phone is null ? "没有登记手机号" : null,
        DeliveryChannel.Portal => reach.HasLogin ? null : "未开通业主端",
        _ => null,
    };

    [GeneratedRegex(@"^(?:\+?86)?1\d{10}$|^\+[1-9]\d{6,14}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
