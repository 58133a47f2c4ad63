using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Purses;

internal sealed class PursesModel : IEntityTypeConfiguration<PurseUse>, IEntityTypeConfiguration<PurseRelease>, IEntityTypeConfiguration<PurseConsent>
{
    public void Configure(EntityTypeBuilder<PurseUse> builder)
    {
        builder.Link<PurseUse, Owner>(nameof(PurseUse.OwnerId));
        builder.Link<PurseUse, PurseUse>(u => u.Reverses, nameof(PurseUse.ReversesId));
        builder.Link<PurseUse, BillRun>(nameof(PurseUse.BillRunId));
        builder.UniqueInCompany(nameof(PurseUse.ReversesId));
        builder.UniqueInCompany(nameof(PurseUse.RequestId));
        builder.UniqueInCompany(nameof(PurseUse.CommunityId), nameof(PurseUse.Number));
        builder.ToTable(t => t.HasCheckConstraint("CK_PurseUses_Amount", "(\"Amount_Fen\" > 0 AND \"ReversesId\" IS NULL) OR (\"Amount_Fen\" < 0 AND \"ReversesId\" IS NOT NULL)"));
    }

    public void Configure(EntityTypeBuilder<PurseRelease> builder)
    {
        builder.Link<PurseRelease, Owner>(r => r.Owner, nameof(PurseRelease.OwnerId));
        builder.UniqueInCompany(nameof(PurseRelease.CommunityId), nameof(PurseRelease.Number));
        builder.HasIndex(r => new { r.CompanyId, r.State });
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_PurseReleases_Amount", "\"Amount_Fen\" > 0 AND \"From\" <> \"To\""));
    }

    public void Configure(EntityTypeBuilder<PurseConsent> builder)
    {
        builder.Link<PurseConsent, Owner>(nameof(PurseConsent.OwnerId));
        builder.UniqueInCompany(nameof(PurseConsent.OwnerId), nameof(PurseConsent.Round));
    }
}
