using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>Finds an owner's purse.</summary>
internal static class OwnerPurse
{
    /// <summary>The purse of the class, tracked; a new one where there is none yet.</summary>
    public static async Task<Purse> PurseOfAsync(this DeskDbContext db, Owner owner, PurseClass @class, CancellationToken cancel = default)
    {
        var purse = db.Purses.Local.FirstOrDefault(p => p.OwnerId == owner.Id && p.Class == @class)
            ?? await db.Purses.FirstOrDefaultAsync(p => p.OwnerId == owner.Id && p.Class == @class, cancel);
        if (purse is null)
        {
            db.Add(purse = new Purse(owner, @class));
        }

        return purse;
    }
}
