using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Imports;

namespace PropertyDesk.Application.Imports;

internal sealed class ImportsModel : IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Link<ImportBatch, Community>(nameof(ImportBatch.CommunityId));
        builder.Children(b => b.Changes, null, nameof(ImportChange.ImportBatchId));
        builder.Property(b => b.Outcome).HasMaxLength(-1);
        builder.Property(b => b.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ImportChange> builder) => builder.Property(c => c.Before).HasMaxLength(-1);
}
