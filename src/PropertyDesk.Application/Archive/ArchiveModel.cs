using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

internal sealed class ArchiveModel : IEntityTypeConfiguration<OwnerTag>, IEntityTypeConfiguration<OwnerTagging>, IEntityTypeConfiguration<HouseholdMember>, IEntityTypeConfiguration<Pet>,
    IEntityTypeConfiguration<OwnerDocument>, IEntityTypeConfiguration<OwnerNote>, IEntityTypeConfiguration<OwnerChange>, IEntityTypeConfiguration<OwnerMerge>, IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<OwnerTag> builder)
    {
        builder.UniqueInCompany(nameof(OwnerTag.Name));
        builder.Property(t => t.Mark).HasMaxLength(OwnerTag.LongestMark);
    }

    public void Configure(EntityTypeBuilder<OwnerTagging> builder)
    {
        builder.Link<OwnerTagging, Owner>(t => t.Owner, nameof(OwnerTagging.OwnerId));
        builder.Link<OwnerTagging, OwnerTag>(t => t.Tag, nameof(OwnerTagging.TagId));
        builder.Link<OwnerTagging, OwnerTag>(nameof(OwnerTagging.OpenTagId));
        builder.UniqueInCompany(nameof(OwnerTagging.OwnerId), nameof(OwnerTagging.OpenTagId));
        // Who has a tag now: a list, an audience.
        builder.HasIndex(t => new { t.CompanyId, t.OpenTagId, t.CommunityId, t.OwnerId });
    }

    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        Reside(builder);
        builder.HasIndex(m => new { m.CompanyId, m.Phone });
    }

    public void Configure(EntityTypeBuilder<Pet> builder) => Reside(builder);

    public void Configure(EntityTypeBuilder<OwnerDocument> builder)
    {
        builder.Link<OwnerDocument, Owner>(d => d.Owner, nameof(OwnerDocument.OwnerId));
        builder.Link<OwnerDocument, StoredFile>(d => d.File, nameof(OwnerDocument.FileId));
        builder.UniqueInCompany(nameof(OwnerDocument.RequestId));
        builder.HasIndex(d => new { d.CompanyId, d.OwnerId, d.AddedAt });
    }

    public void Configure(EntityTypeBuilder<OwnerNote> builder)
    {
        builder.Link<OwnerNote, Owner>(n => n.Owner, nameof(OwnerNote.OwnerId));
        builder.UniqueInCompany(nameof(OwnerNote.RequestId));
        builder.HasIndex(n => new { n.CompanyId, n.OwnerId, n.At });
        builder.Property(n => n.Text).HasMaxLength(OwnerNote.LongestText);
    }

    public void Configure(EntityTypeBuilder<OwnerChange> builder)
    {
        builder.Link<OwnerChange, Owner>(c => c.Owner, nameof(OwnerChange.OwnerId));
        builder.HasIndex(c => new { c.CompanyId, c.OwnerId, c.At });
    }

    public void Configure(EntityTypeBuilder<OwnerMerge> builder)
    {
        builder.Link<OwnerMerge, Owner>(m => m.Survivor, nameof(OwnerMerge.SurvivorId));
        builder.Link<OwnerMerge, Owner>(m => m.Duplicate, nameof(OwnerMerge.DuplicateId));
        builder.Link<OwnerMerge, Owner>(nameof(OwnerMerge.OpenDuplicateId));
        builder.Children(m => m.Rows, null, nameof(MergedRow.MergeId));
        builder.UniqueInCompany(nameof(OwnerMerge.OpenDuplicateId));
        builder.UniqueInCompany(nameof(OwnerMerge.RequestId));
        builder.Property(m => m.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<MergedRow> builder) => builder.UniqueInCompany(nameof(MergedRow.MergeId), nameof(MergedRow.Table), nameof(MergedRow.RowId));

    private static void Reside<T>(EntityTypeBuilder<T> builder)
        where T : Resident
    {
        builder.Link<T, Unit>(r => r.Unit, nameof(Resident.UnitId));
        builder.Link<T, Owner>(r => r.Owner, nameof(Resident.OwnerId));
        builder.UniqueInCompany(nameof(Resident.RequestId));
    }
}
