using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Application.Ledger;

internal sealed class LedgerModel : IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalLine>,
    IEntityTypeConfiguration<AuditAlarm>, IEntityTypeConfiguration<PeriodClosing>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.Children(j => j.Lines, l => l.JournalEntry, nameof(JournalLine.JournalEntryId));
        builder.UniqueInCompany(nameof(JournalEntry.Kind), nameof(JournalEntry.SourceId));
    }

    public void Configure(EntityTypeBuilder<JournalLine> builder)
    {
        builder.HasIndex(l => new { l.CompanyId, l.BillId });
        builder.HasIndex(l => new { l.CompanyId, l.Account, l.Date });
    }

    public void Configure(EntityTypeBuilder<AuditAlarm> builder) =>
        builder.UniqueInCompany(nameof(AuditAlarm.Law), nameof(AuditAlarm.Round));

    public void Configure(EntityTypeBuilder<PeriodClosing> builder)
    {
        builder.UniqueInCompany(nameof(PeriodClosing.Month), nameof(PeriodClosing.Round));
        builder.Property(c => c.ReopenedAt).IsConcurrencyToken();
    }
}
