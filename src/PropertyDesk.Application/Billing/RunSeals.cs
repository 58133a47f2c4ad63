using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Billing;

/// <summary>Checks that the bills of a run still say what they said when it was computed.</summary>
public sealed class RunSeals(DeskDbContext db)
{
    private const int BillsAtOnce = 2_000;

    /// <returns>True where the stored bills give the stored seal.</returns>
    public async Task<bool> VerifyAsync(Guid runId, CancellationToken cancel = default)
    {
        var run = NotFoundException.Check(await db.BillRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == runId, cancel), runId);
        return await ComputeAsync(db, runId, cancel) == run.Seal;
    }

    internal static async Task<string> ComputeAsync(DeskDbContext db, Guid runId, CancellationToken cancel)
    {
        using var seal = new RunSeal();
        var numbers = await db.Bills.Where(b => b.BillRunId == runId).Select(b => new { b.Id, b.Number }).ToListAsync(cancel);
        foreach (var ids in numbers.OrderBy(n => n.Number.Length).ThenBy(n => n.Number, StringComparer.Ordinal).Select(n => n.Id).Chunk(BillsAtOnce))
        {
            var bills = await db.Bills.AsNoTracking().Where(b => ids.Contains(b.Id)).Include(b => b.Lines).Include(b => b.Credits).AsSplitQuery().ToDictionaryAsync(b => b.Id, cancel);
            foreach (var id in ids)
            {
                seal.Add(bills[id]);
            }
        }

        return seal.Close();
    }
}
