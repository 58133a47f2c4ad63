using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Tickets;

internal sealed class TicketsModel : IEntityTypeConfiguration<Department>, IEntityTypeConfiguration<DepartmentMember>, IEntityTypeConfiguration<TicketCategory>,
    IEntityTypeConfiguration<OfficeHours>, IEntityTypeConfiguration<OfficeDay>, IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TicketStep>,
    IEntityTypeConfiguration<TicketPhoto>, IEntityTypeConfiguration<TicketPart>
{
    private const int LongText = 1000;

    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.Children<Department, DepartmentMember>(d => d.Members, null, nameof(DepartmentMember.DepartmentId));
        builder.UniqueInCompany(nameof(Department.Name));
    }

    public void Configure(EntityTypeBuilder<DepartmentMember> builder)
    {
        builder.UniqueInCompany(nameof(DepartmentMember.DepartmentId), nameof(DepartmentMember.UserId));
        builder.HasIndex(m => new { m.CompanyId, m.UserId });
    }

    public void Configure(EntityTypeBuilder<TicketCategory> builder)
    {
        builder.Link<TicketCategory, Department>(c => c.Department, nameof(TicketCategory.DepartmentId));
        builder.UniqueInCompany(nameof(TicketCategory.Kind), nameof(TicketCategory.Name));
    }

    public void Configure(EntityTypeBuilder<OfficeHours> builder) => builder.UniqueInCompany(nameof(OfficeHours.Weekday));

    public void Configure(EntityTypeBuilder<OfficeDay> builder) => builder.UniqueInCompany(nameof(OfficeDay.Day));

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.Link<Ticket, TicketCategory>(t => t.Category, nameof(Ticket.CategoryId));
        builder.Link<Ticket, Owner>(t => t.Owner, nameof(Ticket.OwnerId));
        builder.Link<Ticket, Unit>(t => t.Unit, nameof(Ticket.UnitId));
        builder.Link<Ticket, Asset>(t => t.Asset, nameof(Ticket.AssetId));
        builder.Link<Ticket, Department>(t => t.Department, nameof(Ticket.DepartmentId));
        builder.Link<Ticket, Incident>(t => t.Incident, nameof(Ticket.IncidentId));
        builder.UniqueInCompany(nameof(Ticket.Number));
        builder.UniqueInCompany(nameof(Ticket.RequestId));
        builder.HasIndex(t => new { t.CompanyId, t.State, t.ResolveBy });
        builder.HasIndex(t => new { t.CompanyId, t.WorkerId, t.State });
        builder.HasIndex(t => new { t.CompanyId, t.OwnerId, t.OpenedAt });
        builder.HasIndex(t => new { t.CompanyId, t.OpenedAt });
        builder.HasIndex(t => new { t.CompanyId, t.IsOpen, t.ResolveBy });
        builder.HasIndex(t => new { t.CompanyId, t.IsUnsettled });
        builder.Property(t => t.What).HasMaxLength(LongText);
        builder.Property(t => t.Result).HasMaxLength(LongText);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Display);
    }

    public void Configure(EntityTypeBuilder<TicketStep> builder)
    {
        builder.Link<TicketStep, Ticket>(nameof(TicketStep.TicketId));
        builder.UniqueInCompany(nameof(TicketStep.TicketId), nameof(TicketStep.Number));
        builder.Property(s => s.Text).HasMaxLength(LongText);
    }

    public void Configure(EntityTypeBuilder<TicketPhoto> builder)
    {
        builder.Link<TicketPhoto, Ticket>(nameof(TicketPhoto.TicketId));
        builder.Link<TicketPhoto, StoredFile>(nameof(TicketPhoto.FileId));
        builder.HasIndex(p => new { p.CompanyId, p.TicketId });
    }

    public void Configure(EntityTypeBuilder<TicketPart> builder)
    {
        builder.Link<TicketPart, Ticket>(nameof(TicketPart.TicketId));
        builder.HasIndex(p => new { p.CompanyId, p.TicketId });
        builder.Link<TicketPart, BillLine>(p => p.BillLine, nameof(TicketPart.BillLineId));
        builder.Ignore(p => p.IsOpen);
        builder.ToTable(t => t.HasCheckConstraint("CK_TicketParts_Amount", "\"Quantity\" > 0 AND \"Price_Fen\" >= 0 AND \"Amount_Fen\" >= 0"));
    }
}
