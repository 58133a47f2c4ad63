using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>Finds an owner's purse.</summary>
internal static class OwnerPurse
{
    /// <summary>The purse of the class, tracked; a new one where there is none yet.</summary>
    /// <exception cref="RuleViolation">The record was merged into another: money would be lost to sight there.</exception>
    public static async Task<Purse> PurseOfAsync(this DeskDbContext db, Owner owner, PurseClass @class, CancellationToken cancel = default)
    {
        RequireUnmerged(owner);
        return await db.PurseOfAnyAsync(owner, @class, cancel);
    }

    /// <summary>Money of a record moves only while the record is in use.</summary>
    /// <exception cref="RuleViolation">It was merged into another.</exception>
    public static void RequireUnmerged(Owner owner)
    {
        if (owner.MergedIntoId is not null)
        {
            throw new RuleViolation("{0} 的这份档案已并入别的档案；要动它的旧账，请先撤销合并。", [owner.Name]);
        }
    }

    /// <summary>As <see cref="PurseOfAsync"/>, of a record that is being merged too.</summary>
    public static async Task<Purse> PurseOfAnyAsync(this DeskDbContext db, Owner owner, PurseClass @class, CancellationToken cancel = default)
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
