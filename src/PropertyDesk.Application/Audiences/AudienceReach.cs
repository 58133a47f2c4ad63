using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Audiences;

/// <summary>How many an audience reaches, before anything is sent.</summary>
/// <param name="Channels">How many would be told by each channel; null: by none.</param>
public sealed record Reached(int Owners, int Units, IReadOnlyList<ChannelReach> Channels);

public sealed record ChannelReach(DeliveryChannel? Channel, int Owners);

/// <summary>Counts whom a message would reach and by which channel, by the same rules by which it is sent.</summary>
public sealed class AudienceReach(AudienceReader reader, Announcements announcements)
{
    public async Task<Reached> CountAsync(Guid communityId, Audience audience, DeliveryKind kind, CancellationToken cancel = default)
    {
        var members = await reader.MembersAsync(communityId, audience, cancel);
        var channels = await announcements.TryAsync(kind, [.. members.Select(m => m.OwnerId)], cancel);
        return new Reached(members.Count, members.SelectMany(m => m.Units).Distinct(StringComparer.Ordinal).Count(), channels);
    }
}
