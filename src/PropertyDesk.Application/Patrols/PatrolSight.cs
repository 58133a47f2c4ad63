using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Patrols;

namespace PropertyDesk.Application.Patrols;

/// <summary>
/// The one place that says who sees and walks which patrol. Managers and the service desk see all of their communities;
/// everybody walks, and sees, what was given to the person or to the own departments; managers walk all.
/// </summary>
public sealed class PatrolSight(DeskDbContext db)
{
    private static readonly Role[] Overseers = [Role.Manager, Role.ServiceDesk];

    /// <summary>Sees all, or is the program itself.</summary>
    public bool SeesAll => db.Current.UserId is null || db.Current.Roles.Any(Overseers.Contains);

    private bool WalksAll => db.Current.UserId is null || db.Current.Roles.Contains(Role.Manager);

    /// <summary>What whoever works here may look at.</summary>
    public IQueryable<Patrol> Seen() => SeesAll ? db.Patrols : Mine();

    /// <summary>What whoever works here may walk.</summary>
    public IQueryable<Patrol> Walkable() => WalksAll ? db.Patrols : Mine();

    /// <summary>What was given to whoever works here, or to a department of theirs.</summary>
    public IQueryable<Patrol> Mine()
    {
        var me = db.Current.UserId;
        return db.Patrols.Where(p => me != null && (p.WorkerId == me || (p.WorkerId == null && db.DepartmentMembers.Any(m => m.DepartmentId == p.DepartmentId && m.UserId == me))));
    }
}
