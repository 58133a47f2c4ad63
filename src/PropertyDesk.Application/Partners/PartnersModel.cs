using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Application.Partners;

internal sealed class PartnersModel : IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<PartnerContact>, IEntityTypeConfiguration<PartnerAgreement>,
    IEntityTypeConfiguration<PartnerDate>, IEntityTypeConfiguration<PartnerEntry>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Children<Partner, PartnerContact>(p => p.Contacts, null, nameof(PartnerContact.PartnerId));
        builder.UniqueInCompany(nameof(Partner.RequestId));
        builder.UniqueInCompany(nameof(Partner.CommunityId), nameof(Partner.Kind), nameof(Partner.Name));
        builder.Property(p => p.Note).HasMaxLength(500);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PartnerContact> builder) => builder.HasIndex(c => new { c.CompanyId, c.PartnerId });

    public void Configure(EntityTypeBuilder<PartnerAgreement> builder)
    {
        builder.Link<PartnerAgreement, Partner>(nameof(PartnerAgreement.PartnerId));
        builder.Link<PartnerAgreement, StoredFile>(nameof(PartnerAgreement.FileId));
        builder.UniqueInCompany(nameof(PartnerAgreement.RequestId));
    }

    public void Configure(EntityTypeBuilder<PartnerDate> builder)
    {
        builder.Link<PartnerDate, Partner>(nameof(PartnerDate.PartnerId));
        builder.UniqueInCompany(nameof(PartnerDate.RequestId));
        builder.HasIndex(d => new { d.CompanyId, d.IsOver, d.RemindOn });
        builder.Property(d => d.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PartnerEntry> builder)
    {
        builder.Link<PartnerEntry, Partner>(nameof(PartnerEntry.PartnerId));
        builder.Link<PartnerEntry, StoredFile>(nameof(PartnerEntry.FileId));
        builder.UniqueInCompany(nameof(PartnerEntry.RequestId));
        builder.HasIndex(e => new { e.CompanyId, e.PartnerId, e.Day });
        builder.Property(e => e.What).HasMaxLength(1000);
    }
}
