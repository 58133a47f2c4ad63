using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.WorkOrders;

/// <summary>
/// The one place that says who sees which work order and acts for which side of it. Managers: all, for both sides.
/// Everybody else of the staff: what a department of theirs asked or is asked, for that side.
/// </summary>
public sealed class OrderSight(DeskDbContext db)
{
    /// <summary>A manager, or the program itself.</summary>
    public bool IsManager => db.Current.UserId is null || db.Current.Roles.Contains(Role.Manager);

    /// <summary>What whoever works here may see.</summary>
    public IQueryable<WorkOrder> Seen()
    {
        if (IsManager)
        {
            return db.WorkOrders;
        }

        var mine = Departments();
        return db.WorkOrders.Where(o => mine.Contains(o.FromId) || mine.Contains(o.ToId));
    }

    /// <summary>The departments of whoever works here.</summary>
    public IQueryable<Guid> Departments()
    {
        var me = db.Current.UserId is { } user && db.Current.Roles.Any(r => r.IsStaff()) ? user : Guid.Empty;
        return db.DepartmentMembers.Where(m => m.UserId == me).Select(m => m.DepartmentId);
    }

    /// <summary>The verbs that whoever works here may use on the order now, in the order of a screen.</summary>
    public async Task<IReadOnlyList<OrderVerb>> VerbsAsync(OrderState state, Guid from, Guid to)
    {
        var mine = IsManager ? [] : await Departments().ToListAsync();
        var (asks, isAsked) = (IsManager || mine.Contains(from), IsManager || mine.Contains(to));
        return [.. OrderFlow.Allowed(state).Where(v => OrderFlow.SideOf(v) switch { OrderSide.Asker => asks, OrderSide.Receiver => isAsked, _ => asks || isAsked })];
    }
}
