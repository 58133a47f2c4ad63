using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>How owners want to be reached.</summary>
public sealed class DeliveryPreferences(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Null where the owner chose nothing.</summary>
    public Task<DeliveryPreference?> OfAsync(Guid ownerId) => db.DeliveryPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.OwnerId == ownerId);

    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    /// <exception cref="RuleViolation">The chosen channel is one that is refused.</exception>
    public async Task ChangeAsync(Guid ownerId, DeliveryChannel? channel, DeliveryLanguage? language, IReadOnlyCollection<DeliveryChannel> refused)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var preference = await db.DeliveryPreferences.FirstOrDefaultAsync(p => p.OwnerId == ownerId) ?? db.Add(new DeliveryPreference(owner)).Entity;
        var (channelBefore, languageBefore, refusedBefore) = (preference.Channel?.ToString(), preference.Language?.ToString(), Refused(preference));
        preference.Change(channel, language, refused, db.Current.UserName, clock.GetUtcNow());
        db.Tell(owner, OwnerChangeKind.Channel, channelBefore, preference.Channel?.ToString(), clock);
        db.Tell(owner, OwnerChangeKind.Language, languageBefore, preference.Language?.ToString(), clock);
        db.Tell(owner, OwnerChangeKind.Refused, refusedBefore, Refused(preference), clock);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }

    private static string Refused(DeliveryPreference preference) => string.Join(',', Enum.GetValues<DeliveryChannel>().Where(preference.Refuses));
}
