using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>Charges that a run left out for one reason.</summary>
/// <param name="Buildings">Where, with how many; in walking order.</param>
/// <param name="First">The first units.</param>
public sealed record OmissionGroup(OmissionReason Reason, string Item, Guid TariffId, int Count, IReadOnlyList<OmittedInBuilding> Buildings, IReadOnlyList<OmittedUnit> First);

/// <summary>How many charges were left out in a building.</summary>
public sealed record OmittedInBuilding(Guid Id, string Name, int Count);

/// <summary>A unit that lacks a charge.</summary>
public sealed record OmittedUnit(Guid Id, string Code);

/// <summary>What a run left out and why, so that each reason can be mended where it arose.</summary>
public sealed class OmissionQueries(DeskDbContext db)
{
    /// <summary>So many units of a reason are named.</summary>
    public const int Named = 60;

    /// <returns>The most frequent first.</returns>
    public async Task<IReadOnlyList<OmissionGroup>> OfRunAsync(Guid runId, CancellationToken cancel = default)
    {
        var counts = await (
            from omission in db.BillOmissions
            where omission.BillRunId == runId
            join assignment in db.ChargeAssignments on omission.ChargeAssignmentId equals assignment.Id
            join unit in db.Units on omission.UnitId equals unit.Id
            group omission by new { omission.Reason, omission.ItemName, assignment.TariffId, unit.BuildingId, unit.Building.Name, unit.Building.SortOrder } into g
            select new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var groups = new List<OmissionGroup>();
        foreach (var group in counts.GroupBy(c => (c.Key.Reason, c.Key.ItemName, c.Key.TariffId)).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key.ItemName, StringComparer.Ordinal))
        {
            groups.Add(new OmissionGroup(
                group.Key.Reason, group.Key.ItemName, group.Key.TariffId, group.Sum(c => c.Count),
                [.. group.OrderBy(c => c.Key.SortOrder).ThenBy(c => c.Key.Name, StringComparer.Ordinal).Select(c => new OmittedInBuilding(c.Key.BuildingId, c.Key.Name, c.Count))],
                await FirstAsync(runId, group.Key.Reason, group.Key.TariffId, cancel)));
        }

        return groups;
    }

    private Task<List<OmittedUnit>> FirstAsync(Guid runId, OmissionReason reason, Guid tariffId, CancellationToken cancel) => (
        from omission in db.BillOmissions
        where omission.BillRunId == runId && omission.Reason == reason
        join assignment in db.ChargeAssignments on omission.ChargeAssignmentId equals assignment.Id
        where assignment.TariffId == tariffId
        orderby omission.UnitCode
        select new OmittedUnit(omission.UnitId, omission.UnitCode)).Take(Named).ToListAsync(cancel);
}
