using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Portal;

/// <summary>What the portal's first page tells: three questions to the database, however many units and bills there are.</summary>
public sealed class PortalHome(DeskDbContext db, PortalQueries queries, TimeProvider clock)
{
    /// <summary>The units with what is due, most urgent first; the open bills, newest first; and what is in all purses.</summary>
    public async Task<(IReadOnlyList<PortalUnit> Units, IReadOnlyList<BillRow> Open, Money Prepaid)> ReadAsync()
    {
        var (mine, today) = (db.Current.OwnerIds, db.Current.Today(clock));
        var open = await queries.BillsAsync(openOnly: true);
        var units = await (from ownership in db.Ownerships
                           where mine.Contains(ownership.OwnerId) && (ownership.To == null || ownership.To >= today)
                           join community in db.Communities on ownership.CommunityId equals community.Id
                           select new { ownership.UnitId, ownership.Unit.Code, Community = community.Name, community.Phone }).Distinct().ToListAsync();
        var prepaid = await db.Purses.Where(p => mine.Contains(p.OwnerId)).SumAsync(p => p.Balance.Fen);
        return (
        [
            .. units.Select(u =>
            {
                var due = open.FindAll(b => b.UnitId == u.UnitId);
                return new PortalUnit(
                    u.UnitId, u.Code, u.Community, u.Phone, Money.Sum(due.Select(b => b.Outstanding)), Money.Sum(due.Where(b => b.DueOn < today).Select(b => b.Outstanding)),
                    due.Where(b => b.DueOn >= today).Min(b => b.DueOn), due.Count);
            }).OrderByDescending(u => u.Overdue).ThenByDescending(u => u.Due).ThenBy(u => u.Code, StringComparer.Ordinal),
        ],
        open, new Money(prepaid));
    }
}

/// <summary>A unit on the portal's first page.</summary>
/// <param name="NextDue">Earliest due date that has not passed; null where nothing is due later.</param>
public sealed record PortalUnit(Guid Id, string Code, string Community, string? Phone, Money Due, Money Overdue, DateOnly? NextDue, int OpenBills);
