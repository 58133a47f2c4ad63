using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

/// <summary>How a community's purses pay.</summary>
/// <param name="PayBills">By themselves, when bills are published.</param>
/// <param name="WholeOnly">What a bill charges in one class as a whole, or not at all.</param>
/// <param name="CrossClasses">Bills of other classes too, of every owner.</param>
public sealed record PurseWays(bool PayBills, bool WholeOnly, bool CrossClasses);

/// <summary>How purses pay: a community's setting, and what single owners agreed to.</summary>
public sealed class PurseSettings(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<PurseWays> OfAsync(Guid communityId) => NotFoundException.Check(
        await db.Communities.Where(c => c.Id == communityId).Select(c => new PurseWays(c.PursesPayBills, c.PursesPayWholeOnly, c.PursesCrossClasses)).FirstOrDefaultAsync(), communityId);

    public async Task ChangeAsync(Guid communityId, PurseWays ways)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        community.SetPurses(ways.PayBills, ways.WholeOnly, ways.CrossClasses);
        await db.SaveChangesAsync();
    }

    /// <summary>Records that an owner agreed to let the purses pay other classes.</summary>
    /// <param name="evidence">Where the signed paper lies.</param>
    /// <exception cref="RuleViolation">It is recorded already, or nothing proves it.</exception>
    public async Task AgreeAsync(Guid ownerId, string? evidence)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var before = await db.PurseConsents.AsNoTracking().Where(c => c.OwnerId == ownerId).ToListAsync();
        if (before.Exists(c => c.EndedAt is null))
        {
            throw new RuleViolation("业主的同意已经登记。");
        }

        db.Add(new PurseConsent(owner, before.Count + 1, evidence, db.Acting(clock)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("业主的同意已经登记。");
        }
    }

    /// <summary>The owner took the agreement back; what was paid stays paid.</summary>
    public async Task EndAgreementAsync(Guid ownerId)
    {
        var consent = await db.PurseConsents.FirstOrDefaultAsync(c => c.OwnerId == ownerId && c.EndedAt == null) ?? throw new RuleViolation("这份同意已经撤销。");
        consent.End(db.Acting(clock));
        await db.SaveChangesAsync();
    }
}
