using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>A ladder as the page shows it.</summary>
/// <param name="Community">Null: the company's.</param>
/// <param name="IsOwn">False: the community follows the company, or the company follows what is shipped.</param>
public sealed record LadderRules(Guid? Community, bool IsOwn, IReadOnlyList<DunningRung> Rungs, int PromiseDays, int LetterDays, string? ChangedBy, DateTimeOffset? ChangedAt);

/// <summary>What a ladder would do today, by kind of rung.</summary>
public sealed record LadderPreview(DunningKind Kind, int Owners, int Bills, Money Asked);

/// <summary>Reads and changes the ladders of dunning.</summary>
public sealed class DunningLadders(DeskDbContext db, DunningPlans plans, TimeProvider clock)
{
    /// <summary>The ladder that holds in a community: its own, else the company's, else the shipped one.</summary>
    public async Task<DunningLadder> OfAsync(Guid communityId, CancellationToken cancel = default)
    {
        var ladders = await db.DunningLadders.AsNoTracking().Where(l => l.CommunityId == communityId || l.CommunityId == null).ToListAsync(cancel);
        return ladders.Find(l => l.CommunityId == communityId) ?? ladders.Find(l => l.CommunityId == null) ?? await ShippedAsync(cancel);
    }

    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<LadderRules> FindAsync(Guid? communityId)
    {
        await RequireAsync(communityId);
        var own = await db.DunningLadders.AsNoTracking().FirstOrDefaultAsync(l => l.CommunityId == communityId);
        var holds = own ?? (communityId is { } id ? await OfAsync(id) : await ShippedAsync(CancellationToken.None));
        return new LadderRules(communityId, own is not null, holds.Rungs, holds.PromiseDays, holds.LetterDays, own?.ChangedBy, own?.ChangedAt);
    }

    /// <exception cref="RuleViolation">A rung cannot stand where it does, or somebody else was quicker.</exception>
    public async Task ChangeAsync(Guid? communityId, IReadOnlyList<DunningRung> rungs, int promiseDays, int letterDays)
    {
        await RequireMineAsync(communityId);
        var ladder = await db.DunningLadders.FirstOrDefaultAsync(l => l.CommunityId == communityId) ?? db.Add(await NewAsync(communityId)).Entity;
        ladder.Change(rungs, promiseDays, letterDays, db.Current.UserName, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }

    /// <summary>The community follows the company again, or the company what is shipped.</summary>
    public async Task ResetAsync(Guid? communityId)
    {
        await RequireMineAsync(communityId);
        if (await db.DunningLadders.FirstOrDefaultAsync(l => l.CommunityId == communityId) is { } own)
        {
            db.Remove(own);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>What a ladder, saved or not, would do today.</summary>
    /// <param name="communityId">Null: in all communities that follow the company.</param>
    public async Task<IReadOnlyList<LadderPreview>> PreviewAsync(Guid? communityId, IReadOnlyList<DunningRung> rungs)
    {
        await RequireAsync(communityId);
        var ladder = await NewAsync(communityId);
        ladder.Change(rungs, ladder.PromiseDays, ladder.LetterDays, db.Current.UserName, clock.GetUtcNow());
        var communities = communityId is { } one
            ? [one]
            : await db.Communities.Where(c => !db.DunningLadders.Any(l => l.CommunityId == c.Id)).Select(c => c.Id).ToListAsync();
        var steps = new List<PlannedStep>();
        foreach (var community in communities)
        {
            steps.AddRange(await plans.OfAsync(community, ladder, db.Current.Today(clock)));
        }

        return
        [
            .. steps.GroupBy(s => s.Kind).OrderBy(g => g.Key)
                .Select(g => new LadderPreview(g.Key, g.Select(s => s.Bill.OwnerId).Distinct().Count(), g.Count(), Money.Sum(g.Select(s => s.Bill.Asked)))),
        ];
    }

    private async Task<DunningLadder> NewAsync(Guid? communityId) => communityId is { } id
        ? new DunningLadder(await db.Communities.SingleAsync(c => c.Id == id))
        : await ShippedAsync(CancellationToken.None);

    private async Task<DunningLadder> ShippedAsync(CancellationToken cancel) => new(await db.Companies.AsNoTracking().SingleAsync(c => c.Id == db.Current.Require(), cancel));

    private async Task RequireAsync(Guid? communityId)
    {
        if (communityId is { } id && !await db.Communities.AnyAsync(c => c.Id == id))
        {
            throw new NotFoundException("Community", id);
        }
    }

    private async Task RequireMineAsync(Guid? communityId)
    {
        await RequireAsync(communityId);
        if (communityId is null && !db.Current.AllCommunities)
        {
            throw new RuleViolation("您只负责部分小区，不能更改全公司的设置。");
        }
    }
}
