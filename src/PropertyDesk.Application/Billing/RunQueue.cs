using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// Work on runs as the desk asks for it. What takes about a second is done while the page waits. Of a larger community the
/// wish is written to the run and a job does it: the page may be left, and a wish outlives a crash. All work on a run is
/// one transaction, so it is done or it is not.
/// </summary>
public sealed partial class RunQueue(DeskDbContext db, BillRuns runs, BillPublishing publishing, ILogger<RunQueue> log)
{
    /// <summary>Up to so many units the page waits.</summary>
    internal const int UnitsAtOnce = 2_000;

    // One worker of a process at a run is enough; between processes the row's lock decides.
    private static readonly ConcurrentDictionary<Guid, bool> Working = new();

    /// <summary>The draft of a month: made, found, or asked for.</summary>
    public async Task<RunAnswer> DraftAsync(Guid communityId, BillingMonth month)
    {
        if (!await IsLargeAsync(communityId))
        {
            using var measured = DeskMeters.MeasureRun("compute");
            var draft = await runs.DraftAsync(communityId, month);
            return new RunAnswer(draft.RunId, InBackground: false, draft);
        }

        var (runId, isNew) = await runs.OpenAsync(communityId, month);
        return new RunAnswer(runId, InBackground: isNew, null);
    }

    public async Task<RunAnswer> RecomputeAsync(Guid runId)
    {
        var run = await FindAsync(runId);
        if (run.UnitId is not null || !await IsLargeAsync(run.CommunityId))
        {
            using var measured = DeskMeters.MeasureRun("compute");
            return new RunAnswer(runId, InBackground: false, await runs.RecomputeAsync(runId));
        }

        run.AskToCompute(db.Current.UserName);
        await SaveAsync();
        return new RunAnswer(runId, InBackground: true, null);
    }

    /// <param name="buildings">Null for all.</param>
    public async Task<RunAnswer> PublishAsync(Guid runId, IReadOnlyCollection<Guid>? buildings = null)
    {
        var run = await FindAsync(runId);
        if (run.BillCount <= UnitsAtOnce)
        {
            using var measured = DeskMeters.MeasureRun("publish");
            await publishing.PublishAsync(runId, buildings);
            return new RunAnswer(runId, InBackground: false, null);
        }

        run.AskToPublish(buildings, db.Current.UserName, await publishing.NeedsApprovalAsync(run));
        await SaveAsync();
        return new RunAnswer(runId, InBackground: true, null);
    }

    /// <summary>Does what was asked for and is not done, run after run.</summary>
    public async Task WorkAsync(CancellationToken cancel = default)
    {
        foreach (var run in await db.BillRuns.Where(r => r.Work != RunWork.None).OrderBy(r => r.CreatedAt).Select(r => r.Id).ToListAsync(cancel))
        {
            if (!Working.TryAdd(run, true))
            {
                continue;
            }

            try
            {
                await WorkAsync(run, cancel);
            }
            finally
            {
                Working.TryRemove(run, out _);
            }
        }
    }

    private async Task WorkAsync(Guid runId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var asked = await db.BillRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancel);
        using var measured = asked is null ? default : DeskMeters.MeasureRun(asked.Work == RunWork.Publish ? "publish" : "compute");
        try
        {
            await (asked?.Work switch
            {
                RunWork.Compute => runs.RecomputeAsync(runId, cancel),
                RunWork.Publish => publishing.PublishAsync(runId, asked.WorkBuildings, cancel),
                _ => Task.CompletedTask,
            });
        }
        catch (RuleViolation refusal)
        {
            await GiveUpAsync(asked!, refusal.Message, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Failed(log, error, runId);
            await GiveUpAsync(asked!, Texts.Of("后台处理时出错，没有改动任何账单；请再试一次，仍然出错请联系管理员。"), cancel);
        }
    }

    // Whoever was quicker has ended the work: then there is nothing to give up.
    private async Task GiveUpAsync(BillRun asked, string why, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.BillRuns.SingleOrDefaultAsync(r => r.Id == asked.Id && r.Version == asked.Version, cancel) is { } run)
        {
            run.GiveUp(why);
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task<bool> IsLargeAsync(Guid communityId) => await db.Units.CountAsync(u => u.CommunityId == communityId) > UnitsAtOnce;

    private async Task<BillRun> FindAsync(Guid runId) => NotFoundException.Check(await db.BillRuns.SingleOrDefaultAsync(r => r.Id == runId), runId);

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }
    }

    [LoggerMessage(LogLevel.Error, "Work on run {RunId} failed")]
    private static partial void Failed(ILogger log, Exception error, Guid runId);
}

/// <summary>What became of the wish.</summary>
/// <param name="InBackground">A job does it; the run's page shows how far it is.</param>
/// <param name="Draft">What was computed at once; null where nothing was.</param>
public sealed record RunAnswer(Guid RunId, bool InBackground, DraftResult? Draft);
