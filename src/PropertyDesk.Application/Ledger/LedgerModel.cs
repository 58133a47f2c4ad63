using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

internal sealed class LedgerModel : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.Children(j => j.Lines, l => l.JournalEntry, nameof(JournalLine.JournalEntryId));
        builder.UniqueInCompany(nameof(JournalEntry.Kind), nameof(JournalEntry.SourceId));
    }

    public void Configure(EntityTypeBuilder<JournalLine> builder) =>
        builder.HasIndex(l => new { l.CompanyId, l.BillId });
}
