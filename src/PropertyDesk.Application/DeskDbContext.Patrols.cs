using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<PatrolRoute> PatrolRoutes => Set<PatrolRoute>();

    public DbSet<RouteStop> RouteStops => Set<RouteStop>();

    public DbSet<Patrol> Patrols => Set<Patrol>();

    public DbSet<PatrolStop> PatrolStops => Set<PatrolStop>();

    public DbSet<PatrolFinding> PatrolFindings => Set<PatrolFinding>();

    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();

    public DbSet<OrderStep> OrderSteps => Set<OrderStep>();

    public DbSet<OrderFile> OrderFiles => Set<OrderFile>();
}
