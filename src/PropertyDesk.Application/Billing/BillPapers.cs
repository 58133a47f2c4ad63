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
        var bills = await LoadAsync(db.Bills.Where(b => b.BillRunId == runId), cancel);
        if (bills.Count == 0)
        {
            throw new NotFoundException(nameof(Bill), runId);
        }

        var arrears = await ArrearsAsync(run, cancel);
        return [.. bills.Select(b => Paper(b, community, arrears.GetValueOrDefault((b.OwnerId, b.UnitId)), address))];
    }

    /// <summary>Some bills of a community, in the order in which they are asked for.</summary>
    public async Task<IReadOnlyList<BillPaper>> OfAsync(Guid communityId, IReadOnlyList<Guid> ids, Func<string, string> address, CancellationToken cancel = default)
    {
        var community = NotFoundException.Check(await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == communityId, cancel), communityId);
        var bills = (await LoadAsync(db.Bills.Where(b => b.CommunityId == communityId && ids.Contains(b.Id)), cancel)).ToDictionary(b => b.Id);
        var owners = bills.Values.Select(b => b.OwnerId).Distinct().ToList();
        var open = (await db.Bills.Where(b => owners.Contains(b.OwnerId) && b.IssuedOn != null && b.Outstanding.Fen > 0)
            .Select(b => new { b.OwnerId, b.UnitId, b.Period, b.Outstanding.Fen }).ToListAsync(cancel)).ToLookup(b => (b.OwnerId, b.UnitId));
        return [.. ids.Where(bills.ContainsKey).Select(id => bills[id]).Select(b => Paper(b, community, open[(b.OwnerId, b.UnitId)].Where(o => o.Period.Number < b.Period.Number).Sum(o => o.Fen), address))];
    }

    private static Task<List<Bill>> LoadAsync(IQueryable<Bill> bills, CancellationToken cancel) =>
        bills.AsNoTracking().Include(b => b.Lines).Include(b => b.Credits).Include(b => b.Unit.Building).AsSplitQuery().OrderBy(b => b.Number).ToListAsync(cancel);

    private static BillPaper Paper(Bill b, Domain.Communities.Community community, long arrears, Func<string, string> address) => new(
        new BillDetails(
            b.Id, b.Number, b.Period, b.BillRunId, BillQueries.StateOf(b), community.Name, community.Phone, b.Unit.Building.Name, b.UnitId, b.UnitCode,
            b.OwnerId, b.OwnerName, b.IssuedOn, b.DueOn, b.Total, b.Credited, b.Paid, new Money(arrears), BillQueries.LinesOf(b), [])
        {
            Code = PrintedCode.Write(b.CompanyId, b.Code),
        },
        address(PrintedCode.Write(b.CompanyId, b.Code)));

    /// <summary>Fen open from earlier months, by payer and unit.</summary>
    private async Task<Dictionary<(Guid OwnerId, Guid UnitId), long>> ArrearsAsync(BillRun run, CancellationToken cancel) =>
        (await db.Bills
            .Where(b => b.CommunityId == run.CommunityId && b.Period < run.Period && b.IssuedOn != null && b.Outstanding.Fen > 0)
            .GroupBy(b => new { b.OwnerId, b.UnitId })
            .Select(g => new { g.Key, Fen = g.Sum(b => b.Outstanding.Fen) })
            .ToListAsync(cancel))
            .ToDictionary(g => (g.Key.OwnerId, g.Key.UnitId), g => g.Fen);
}
