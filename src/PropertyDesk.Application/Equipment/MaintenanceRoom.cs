using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Plans maintenance, makes the tasks of a day, and takes down what was done.</summary>
public sealed class MaintenanceRoom(DeskDbContext db, Attachments files, TimeProvider clock)
{
    /// <exception cref="RuleViolation">Something is missing, or the machine is scrapped.</exception>
    public async Task<Guid> PlanAsync(Guid assetId, PlanTerms terms)
    {
        var asset = NotFoundException.Check(await db.Assets.FirstOrDefaultAsync(a => a.Id == assetId), assetId);
        var plan = new MaintenancePlan(asset, terms, db.Current.UserName);
        db.Add(plan);
        await db.SaveChangesAsync();
        await MakeAsync(db.Current.Today(clock), plan.Id);
        return plan.Id;
    }

    /// <summary>No more tasks of the plan; one that waits can still be done.</summary>
    public async Task EndAsync(Guid planId)
    {
        NotFoundException.Check(await db.MaintenancePlans.FirstOrDefaultAsync(p => p.Id == planId), planId).End(db.Current.UserName, db.Current.Today(clock));
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Makes the tasks whose time has come. Twice, or at once on two nodes, it makes each once.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> MakeAsync(DateOnly today, CancellationToken cancel = default)
    {
        var made = 0;
        foreach (var plan in await db.MaintenancePlans.Where(p => p.EndedOn == null && p.Asset.State == AssetState.InService).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel))
        {
            made += await MakeAsync(today, plan, cancel);
        }

        return made;
    }

    /// <summary>A task is done.</summary>
    /// <param name="photo">Null for none.</param>
    /// <exception cref="RuleViolation">A line has no result, or somebody else was quicker.</exception>
    public async Task FinishAsync(Guid taskId, IReadOnlyCollection<CheckResult> results, string? note, NewFile? photo)
    {
        var task = await TaskAsync(taskId);
        var file = photo is not null && task.State == MaintenanceState.Due ? await files.AddAsync(task.CommunityId, photo) : null;
        if (task.Finish(results, note, file?.Id, db.Current.UserName, clock.GetUtcNow()))
        {
            await db.SaveOrRefuseAsync();
        }
    }

    /// <exception cref="RuleViolation">It is decided already, or there is no reason.</exception>
    public async Task SkipAsync(Guid taskId, string? reason)
    {
        (await TaskAsync(taskId)).Skip(reason, db.Current.UserName, clock.GetUtcNow());
        await db.SaveOrRefuseAsync();
    }

    private async Task<MaintenanceTask> TaskAsync(Guid id) => NotFoundException.Check(await db.MaintenanceTasks.Include(t => t.Checks).FirstOrDefaultAsync(t => t.Id == id), id);

    private async Task<int> MakeAsync(DateOnly today, Guid planId, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        var plan = await db.MaintenancePlans.Include(p => p.Asset).SingleAsync(p => p.Id == planId, cancel);
        if (plan.Due(today) is not { } task)
        {
            return 0;
        }

        db.Add(task);
        try
        {
            await db.SaveChangesAsync(cancel);
            return 1;
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            // Another node makes it, or the plan was ended meanwhile.
            return 0;
        }
    }
}
