using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Reads machines, their tasks and what was done.</summary>
public sealed class EquipmentQueries(DeskDbContext db, TimeProvider clock)
{
    private const int SoonDays = 7;
    private const int InspectionDays = 30;
    private const int History = 30;

    private DateOnly Today => db.Current.Today(clock);

    /// <summary>By number.</summary>
    public Task<Paged<AssetRow>> ListAsync(AssetFilter filter, int page = 1) => Rows(Chosen(filter)).ToPageAsync(page);

    /// <summary>All of them, for a workbook.</summary>
    public Task<List<AssetRow>> AllAsync(AssetFilter filter) => Rows(Chosen(filter)).ToListAsync();

    public async Task<EquipmentFigures> FiguresAsync()
    {
        var (today, due) = (Today, db.MaintenanceTasks.Where(t => t.State == MaintenanceState.Due));
        var inspected = today.AddDays(InspectionDays);
        return new EquipmentFigures(
            await db.Assets.CountAsync(a => a.State == AssetState.InService), await due.CountAsync(t => t.DueOn < today), await due.CountAsync(t => t.DueOn >= today && t.DueOn <= today.AddDays(SoonDays)),
            await db.AssetFailures.CountAsync(f => f.RepairedAt == null), await db.Assets.CountAsync(a => a.State != AssetState.Scrapped && a.InspectedUntil <= inspected));
    }

    /// <exception cref="NotFoundException">There is no such machine here.</exception>
    public async Task<AssetDetails> FindAsync(Guid id)
    {
        var asset = NotFoundException.Check(await db.Assets.AsNoTracking().Include(a => a.Building).FirstOrDefaultAsync(a => a.Id == id), id);
        var plans = await db.MaintenancePlans.AsNoTracking().Where(p => p.AssetId == id).OrderBy(p => p.EndedOn != null).ThenBy(p => p.Name).ToListAsync();
        var failures = await Rows(db.AssetFailures.Where(f => f.AssetId == id)).Take(History).ToListAsync();
        return new AssetDetails(
            asset, await db.Communities.Where(c => c.Id == asset.CommunityId).Select(c => c.Name).SingleAsync(), plans.ConvertAll(Row),
            await Rows(db.MaintenanceTasks.Where(t => t.AssetId == id).OrderBy(t => t.State != MaintenanceState.Due).ThenBy(t => t.State == MaintenanceState.Due ? t.DueOn : (DateOnly?)null).ThenByDescending(t => t.DueOn)).Take(History).ToListAsync(),
            failures, await db.AssetCounts.AsNoTracking().Where(c => c.AssetId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Count).Take(History).ToListAsync(), await YearAsync(asset));
    }

    /// <summary>What waits, the most urgent first; or what was decided, the newest first.</summary>
    public Task<Paged<TaskRow>> TasksAsync(bool decided, Guid? community = null, int page = 1)
    {
        var tasks = db.MaintenanceTasks.Where(t => (t.State != MaintenanceState.Due) == decided && (community == null || t.CommunityId == community));
        return Rows(decided ? tasks.OrderByDescending(t => t.At).ThenBy(t => t.Id) : tasks.OrderBy(t => t.DueOn).ThenBy(t => t.Asset.Number).ThenBy(t => t.Id)).ToPageAsync(page);
    }

    /// <exception cref="NotFoundException">There is no such task here.</exception>
    public async Task<TaskDetails> TaskAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db.MaintenanceTasks.Where(t => t.Id == id)).FirstOrDefaultAsync(), id);
        var said = await db.MaintenanceTasks.Where(t => t.Id == id).Select(t => new { t.Note, t.FileId }).SingleAsync();
        return new TaskDetails(row, said.Note, said.FileId, await db.TaskChecks.Where(c => c.TaskId == id).OrderBy(c => c.Line).Select(c => new CheckRow(c.Line, c.Text, c.Outcome, c.Note)).ToListAsync());
    }

    /// <exception cref="NotFoundException">There is no such failure here.</exception>
    public async Task<FailureRow> FailureAsync(Guid id) => NotFoundException.Check(await Rows(db.AssetFailures.Where(f => f.Id == id)).FirstOrDefaultAsync(), id);

    private IQueryable<Asset> Chosen(AssetFilter filter)
    {
        var text = filter.Text?.Trim() ?? "";
        int? number = int.TryParse(text.ToUpperInvariant().TrimStart('S', 'B', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        return db.Assets
            .Where(a => (filter.Community == null || a.CommunityId == filter.Community) && (filter.Kind == null || a.Kind == filter.Kind) && (filter.State == null || a.State == filter.State))
            .Where(a => text == "" || a.Number == number || a.Name.Contains(text) || a.Place!.Contains(text) || a.Maker!.Contains(text) || a.Model!.Contains(text) || a.SerialNumber!.Contains(text))
            .Where(a => filter.Only == null || a.Id == filter.Only)
            .OrderBy(a => a.Number);
    }

    private IQueryable<AssetRow> Rows(IQueryable<Asset> assets) => assets.Select(a => new AssetRow(
        a.Id, a.Number, a.Kind, a.Name, db.Communities.Where(c => c.Id == a.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", a.Building!.Name, a.Place, a.State, a.Maker, a.Model, a.SerialNumber,
        a.InstalledOn, a.WarrantyUntil, a.InspectedUntil, db.MaintenanceTasks.Where(t => t.AssetId == a.Id && t.State == MaintenanceState.Due).Min(t => (DateOnly?)t.DueOn),
        db.AssetFailures.Count(f => f.AssetId == a.Id && f.RepairedAt == null)));

    private IQueryable<TaskRow> Rows(IQueryable<MaintenanceTask> tasks) => tasks.Select(t => new TaskRow(
        t.Id, t.AssetId, t.Asset.Number, t.Asset.Name, t.Asset.Kind, db.Communities.Where(c => c.Id == t.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", t.Asset.Building!.Name, t.Asset.Place,
        t.Name, t.DueOn, t.State, t.By, t.At, t.Checks.Count(c => c.Outcome == CheckOutcome.Faulty)));

    private static IQueryable<FailureRow> Rows(IQueryable<AssetFailure> failures) => failures.OrderBy(f => f.RepairedAt != null).ThenByDescending(f => f.Since)
        .Select(f => new FailureRow(f.Id, f.AssetId, f.Kind, f.What, f.Stops, f.Since, f.By, f.RepairedAt, f.RepairedBy, f.Repair, f.Cost));

    private static PlanRow Row(MaintenancePlan p) => new(p.Id, p.Name, p.Rhythm, p.Every, p.NextOn, p.NextCount, p.LeadDays, p.Lines, p.EndedOn, p.By);

    private async Task<Reliability> YearAsync(Asset asset)
    {
        var failures = await db.AssetFailures.Where(f => f.AssetId == asset.Id).Select(f => new { f.Since, f.RepairedAt, f.Stops }).ToListAsync();
        return Reliability.Of(failures.Select(f => (f.Since, f.RepairedAt, f.Stops)), db.Current.ObservedFrom(asset.InstalledOn, Today.AddYears(-1)), clock.GetUtcNow());
    }
}
