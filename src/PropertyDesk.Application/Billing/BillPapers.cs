using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>All bills of a run as they are printed for the delivery round, from a handful of queries.</summary>
public sealed class BillPapers(DeskDbContext db)
{
    /// <summary>In walking order, which is the order of their numbers.</summary>
    /// <param name="address">Absolute address that the code printed on a bill leads to.</param>
    /// <exception cref="NotFoundException">There is no such run here, or it has no bills.</exception>
    public async Task<IReadOnlyList<BillPaper>> OfRunAsync(Guid runId, Func<string, string> address, CancellationToken cancel = default)
    {
        var run = NotFoundException.Check(await db.BillRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancel), runId);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == run.CommunityId, cancel);
        var bills = await db.Bills.AsNoTracking().Where(b => b.BillRunId == runId)
            .Include(b => b.Lines).Include(b => b.Credits).Include(b => b.Unit.Building).AsSplitQuery().OrderBy(b => b.Number).ToListAsync(cancel);
        if (bills.Count == 0)
        {
            throw new NotFoundException(nameof(Bill), runId);
        }

        var arrears = await ArrearsAsync(run, cancel);
        return
        [
            .. bills.Select(b => new BillPaper(
                new BillDetails(
                    b.Id, b.Number, b.Period, b.BillRunId, BillQueries.StateOf(b), community.Name, community.Phone, b.Unit.Building.Name, b.UnitId, b.UnitCode,
                    b.OwnerId, b.OwnerName, b.IssuedOn, b.DueOn, b.Total, b.Credited, b.Paid, new Money(arrears.GetValueOrDefault((b.OwnerId, b.UnitId))),
                    BillQueries.LinesOf(b), []) { Code = PrintedCode.Write(b.CompanyId, b.Code) },
                address(PrintedCode.Write(b.CompanyId, b.Code)))),
        ];
    }

    /// <summary>Fen open from earlier months, by payer and unit.</summary>
    private async Task<Dictionary<(Guid OwnerId, Guid UnitId), long>> ArrearsAsync(BillRun run, CancellationToken cancel) =>
        (await db.Bills
            .Where(b => b.CommunityId == run.CommunityId && b.Period < run.Period && b.IssuedOn != null && b.Outstanding.Fen > 0)
            .GroupBy(b => new { b.OwnerId, b.UnitId })
            .Select(g => new { g.Key, Fen = g.Sum(b => b.Outstanding.Fen) })
            .ToListAsync(cancel))
            .ToDictionary(g => (g.Key.OwnerId, g.Key.UnitId), g => g.Fen);
}
