using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

internal sealed class OwnersModel : IEntityTypeConfiguration<Owner>, IEntityTypeConfiguration<Ownership>,
    IEntityTypeConfiguration<Lease>, IEntityTypeConfiguration<LeaseItem>
{
    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.Link<Owner, Owner>(nameof(Owner.MergedIntoId));
        builder.Property(o => o.IdNumberCipher).HasMaxLength(1000);
        builder.HasIndex(o => new { o.CompanyId, o.CommunityId, o.Name });
        builder.HasIndex(o => new { o.CompanyId, o.Phone });
        builder.HasIndex(o => new { o.CompanyId, o.SearchPhone });
        builder.HasIndex(o => new { o.CompanyId, o.Initials });
    }

    public void Configure(EntityTypeBuilder<Ownership> builder)
    {
        builder.Link<Ownership, Unit>(o => o.Unit, nameof(Ownership.UnitId));
        builder.Link<Ownership, Owner>(o => o.Owner, nameof(Ownership.OwnerId));
        builder.UniqueInCompany(nameof(Ownership.UnitId), nameof(Ownership.OwnerId), nameof(Ownership.From));
    }

    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.Link<Lease, Unit>(l => l.Unit, nameof(Lease.UnitId));
        builder.Link<Lease, Owner>(l => l.Lessee, nameof(Lease.LesseeId));
        builder.Children(l => l.Items, null, nameof(LeaseItem.LeaseId));
        builder.HasIndex(l => new { l.CompanyId, l.CommunityId, l.From });
    }

    public void Configure(EntityTypeBuilder<LeaseItem> builder)
    {
        builder.Link<LeaseItem, ChargeItem>(i => i.ChargeItem, nameof(LeaseItem.ChargeItemId));
        builder.UniqueInCompany(nameof(LeaseItem.LeaseId), nameof(LeaseItem.ChargeItemId));
    }
}
