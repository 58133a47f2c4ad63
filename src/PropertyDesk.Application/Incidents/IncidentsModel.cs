using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Incidents;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Incidents;

internal sealed class IncidentsModel : IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<IncidentStep>
{
    private const int LongText = 1000;

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.Link<Incident, TicketCategory>(i => i.Category, nameof(Incident.CategoryId));
        builder.Link<Incident, Building>(i => i.Building, nameof(Incident.BuildingId));
        builder.Link<Incident, Notice>(i => i.Notice, nameof(Incident.NoticeId));
        builder.Link<Incident, Notice>(i => i.EndNotice, nameof(Incident.EndNoticeId));
        builder.UniqueInCompany(nameof(Incident.RequestId));
        builder.HasIndex(i => new { i.CompanyId, i.EndedAt });
        builder.Property(i => i.Says).HasMaxLength(LongText);
        builder.Property(i => i.Result).HasMaxLength(LongText);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.IsOpen);
    }

    public void Configure(EntityTypeBuilder<IncidentStep> builder)
    {
        builder.Link<IncidentStep, Incident>(nameof(IncidentStep.IncidentId));
        builder.UniqueInCompany(nameof(IncidentStep.IncidentId), nameof(IncidentStep.Number));
        builder.Property(s => s.Text).HasMaxLength(LongText);
    }
}
