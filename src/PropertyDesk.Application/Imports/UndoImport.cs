using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Imports;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Imports;

/// <summary>Takes an import back as a whole, as long as nothing of it has been billed or built upon.</summary>
public sealed class UndoImport(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleViolation">Something of it was billed, a later import builds on it, or it was never confirmed.</exception>
    public async Task UndoAsync(Guid batchId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = NotFoundException.Check(await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancel), batchId);
        batch.Undo(clock.GetUtcNow());
        await RefuseWhatIsInUseAsync(batch, cancel);
        await RestoreAsync(batch.Id, cancel);
        db.TellChangedContacts(clock);
        await db.SaveChangesAsync(cancel);
        await RemoveAsync(batch.Id, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task RefuseWhatIsInUseAsync(ImportBatch batch, CancellationToken cancel)
    {
        var rows = db.ImportChanges.Where(c => c.ImportBatchId == batch.Id);
        var billed = await db.BillLines.AnyAsync(l => rows.Any(c => c.EntityId == l.ChargeAssignmentId || c.EntityId == l.Bill.UnitId), cancel)
            || await db.BillOmissions.AnyAsync(o => rows.Any(c => c.EntityId == o.ChargeAssignmentId || c.EntityId == o.UnitId), cancel);
        // A reading or price of this import may stand in the working of a bill that only older rows made.
        var months = await db.BillRuns.AnyAsync(r => r.CommunityId == batch.CommunityId && r.CreatedAt > batch.ConfirmedAt, cancel);
        if (billed || months)
        {
            throw new RuleViolation("导入的数据已经出账，不能撤销；若只有草稿账单，请先删除草稿。");
        }

        if (await db.UnitEvents.AnyAsync(e => rows.Any(c => c.EntityId == e.UnitId), cancel))
        {
            throw new RuleViolation("导入的房屋之后办理过过户、交付等手续，不能撤销导入。");
        }

        if (await db.KeepsArchiveAsync(rows.Where(c => c.Before == null).Select(c => c.EntityId), cancel))
        {
            throw new RuleViolation("导入的业主之后在档案里加过标签、家庭成员、证件或备注，不能撤销导入。");
        }

        var built = await db.Readings.AnyAsync(r => rows.Any(c => c.EntityId == r.MeterId) && !rows.Any(c => c.EntityId == r.Id), cancel)
            || await db.MeterChanges.AnyAsync(m => rows.Any(c => c.EntityId == m.MeterId), cancel)
            || await db.ReadingCorrections.AnyAsync(r => rows.Any(c => c.EntityId == r.ReadingId || c.EntityId == r.MeterId), cancel);
        if (built)
        {
            throw new RuleViolation("导入的水电表之后又抄过表、换过表或更正过读数，不能撤销导入。");
        }

        if (await db.ImportBatches.AnyAsync(b => b.CommunityId == batch.CommunityId && b.State == ImportState.Confirmed && b.ConfirmedAt > batch.ConfirmedAt, cancel))
        {
            throw new RuleViolation("之后还有导入建立在这些数据上，请先撤销较晚的导入。");
        }
    }

    private async Task RestoreAsync(Guid batchId, CancellationToken cancel)
    {
        foreach (var change in await db.ImportChanges.AsNoTracking().Where(c => c.ImportBatchId == batchId && c.Before != null).ToListAsync(cancel))
        {
            var type = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == change.Entity).ClrType;
            if (await db.FindAsync(type, [change.CompanyId, change.EntityId], cancel) is { } row)
            {
                ChangedRows.Restore(db.Entry(row), change.Before!);
            }
        }
    }

    // Backwards through the links, a set at a time.
    private async Task RemoveAsync(Guid batchId, CancellationToken cancel)
    {
        await RemoveAsync<ChargeAssignment>(batchId, cancel);
        await RemoveAsync<SharedReading>(batchId, cancel);
        await RemoveAsync<SharedMeter>(batchId, cancel);
        await RemoveAsync<Reading>(batchId, cancel);
        await RemoveAsync<Meter>(batchId, cancel);
        await RemoveAsync<TariffVersion>(batchId, cancel);
        await RemoveAsync<Tariff>(batchId, cancel);
        await RemoveAsync<ChargeItem>(batchId, cancel);
        await RemoveAsync<ParkingUse>(batchId, cancel);
        await RemoveAsync<ParkingSpace>(batchId, cancel);
        await RemoveAsync<Ownership>(batchId, cancel);
        await RemoveAsync<Unit>(batchId, cancel);
        await RemoveAsync<Building>(batchId, cancel);
        await RemoveAsync<Owner>(batchId, cancel);
    }

    private Task<int> RemoveAsync<T>(Guid batchId, CancellationToken cancel)
        where T : CompanyOwned =>
        db.Set<T>().Where(row => db.ImportChanges.Any(c => c.ImportBatchId == batchId && c.Before == null && c.Entity == typeof(T).Name && c.EntityId == row.Id))
            .ExecuteDeleteAsync(cancel);
}
