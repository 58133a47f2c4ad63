using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Patrols;

internal sealed class PatrolsModel : IEntityTypeConfiguration<PatrolRoute>, IEntityTypeConfiguration<RouteStop>, IEntityTypeConfiguration<Patrol>,
    IEntityTypeConfiguration<PatrolStop>, IEntityTypeConfiguration<PatrolFinding>
{
    private const int Checklist = 2000;

    public void Configure(EntityTypeBuilder<PatrolRoute> builder)
    {
        builder.Children<PatrolRoute, RouteStop>(r => r.Stops, null, nameof(RouteStop.RouteId));
        builder.Link<PatrolRoute, Department>(r => r.Department, nameof(PatrolRoute.DepartmentId));
        builder.UniqueInCompany(nameof(PatrolRoute.RequestId));
        builder.HasIndex(r => new { r.CompanyId, r.IsResting, r.NextOn });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Current);
        builder.Ignore(r => r.Weekdays);
    }

    public void Configure(EntityTypeBuilder<RouteStop> builder)
    {
        builder.Link<RouteStop, Building>(s => s.Building, nameof(RouteStop.BuildingId));
        builder.Property(s => s.Points).HasMaxLength(Checklist);
        builder.Ignore(s => s.Where);
    }

    public void Configure(EntityTypeBuilder<Patrol> builder)
    {
        builder.Link<Patrol, PatrolRoute>(p => p.Route, nameof(Patrol.RouteId));
        builder.Link<Patrol, Department>(p => p.Department, nameof(Patrol.DepartmentId));
        builder.Children<Patrol, PatrolStop>(p => p.Stops, null, nameof(PatrolStop.PatrolId));
        builder.UniqueInCompany(nameof(Patrol.RouteId), nameof(Patrol.Day));
        builder.HasIndex(p => new { p.CompanyId, p.Day });
        builder.HasIndex(p => new { p.CompanyId, p.ClosesAt });
        builder.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PatrolStop> builder)
    {
        builder.Link<PatrolStop, RouteStop>(nameof(PatrolStop.RouteStopId));
        builder.UniqueInCompany(nameof(PatrolStop.PatrolId), nameof(PatrolStop.Number));
        builder.Property(s => s.Points).HasMaxLength(Checklist);
        builder.Ignore(s => s.Lines);
    }

    public void Configure(EntityTypeBuilder<PatrolFinding> builder)
    {
        builder.Link<PatrolFinding, Patrol>(nameof(PatrolFinding.PatrolId));
        builder.Link<PatrolFinding, PatrolStop>(f => f.Stop, nameof(PatrolFinding.StopId));
        builder.Link<PatrolFinding, StoredFile>(nameof(PatrolFinding.FileId));
        builder.Link<PatrolFinding, Ticket>(f => f.Ticket, nameof(PatrolFinding.TicketId));
        builder.UniqueInCompany(nameof(PatrolFinding.RequestId));
        builder.HasIndex(f => new { f.CompanyId, f.At });
        builder.Property(f => f.What).HasMaxLength(500);
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
