using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<Department> Departments => Set<Department>();

    public DbSet<DepartmentMember> DepartmentMembers => Set<DepartmentMember>();

    public DbSet<TicketCategory> TicketCategories => Set<TicketCategory>();

    public DbSet<OfficeHours> OfficeHours => Set<OfficeHours>();

    public DbSet<OfficeDay> OfficeDays => Set<OfficeDay>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TicketStep> TicketSteps => Set<TicketStep>();

    public DbSet<TicketPhoto> TicketPhotos => Set<TicketPhoto>();

    public DbSet<TicketPart> TicketParts => Set<TicketPart>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<IncidentStep> IncidentSteps => Set<IncidentStep>();
}
