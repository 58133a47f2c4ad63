using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

internal sealed class VisitorsModel : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<WatchEntry>, IEntityTypeConfiguration<VisitorSettings>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.Link<Visit, Unit>(v => v.Unit, nameof(Visit.UnitId));
        builder.Link<Visit, Owner>(v => v.Owner, nameof(Visit.OwnerId));
        builder.UniqueInCompany(nameof(Visit.RequestId));
        builder.UniqueInCompany(nameof(Visit.PassCode));
        builder.HasIndex(v => new { v.CompanyId, v.CommunityId, v.State, v.To });
        builder.HasIndex(v => new { v.CompanyId, v.OwnerId, v.RegisteredAt });
        builder.Property(v => v.PassCode).HasMaxLength(22);
        builder.Property(v => v.Plate).HasMaxLength(12);
        builder.Property(v => v.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<WatchEntry> builder) => builder.UniqueInCompany(nameof(WatchEntry.RequestId));

    public void Configure(EntityTypeBuilder<VisitorSettings> builder) => builder.UniqueInCompany(nameof(VisitorSettings.CommunityId));
}
