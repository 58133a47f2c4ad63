using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Where owners can be reached, and how they want to be.</summary>
internal static class DeliveryPeople
{
    /// <summary>Owners asked for in one question.</summary>
    public const int AtOnce = 2_000;

    public static async Task<Dictionary<Guid, (Reach Reach, DeliveryPreference? Preference)>> PeopleAsync(this DeskDbContext db, Guid[] ids, CancellationToken cancel)
    {
        var logins = await db.Memberships.Where(m => m.OwnerId != null && ids.Contains(m.OwnerId.Value) && m.Role == Role.Owner && m.DisabledAt == null)
            .Select(m => m.OwnerId!.Value).ToHashSetAsync(cancel);
        var preferences = await db.DeliveryPreferences.AsNoTracking().Where(p => ids.Contains(p.OwnerId)).ToDictionaryAsync(p => p.OwnerId, cancel);
        var owners = await db.Owners.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Email, o.Phone }).ToListAsync(cancel);
        return owners.ToDictionary(o => o.Id, o => (new Reach(o.Email, o.Phone, logins.Contains(o.Id)), preferences.GetValueOrDefault(o.Id)));
    }
}
