using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

internal sealed class ReconciliationModel : IEntityTypeConfiguration<ReconciledDay>, IEntityTypeConfiguration<ReconciliationItem>, IEntityTypeConfiguration<Settlement>, IEntityTypeConfiguration<StatementLayout>
{
    public void Configure(EntityTypeBuilder<ReconciledDay> builder)
    {
        builder.UniqueInCompany(nameof(ReconciledDay.Source), nameof(ReconciledDay.Day));
        builder.Children(d => d.Items, i => i.Day, nameof(ReconciliationItem.DayId));
        builder.Property(d => d.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ReconciliationItem> builder)
    {
        builder.Link<ReconciliationItem, Payment>(i => i.Payment, nameof(ReconciliationItem.PaymentId));
        builder.UniqueInCompany(nameof(ReconciliationItem.DayId), nameof(ReconciliationItem.TransactionId));
        builder.Property(i => i.TransactionId).HasMaxLength(64);
        builder.Property(i => i.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.Link<Settlement, ReconciledDay>(nameof(Settlement.DayId));
        builder.UniqueInCompany(nameof(Settlement.DayId), nameof(Settlement.CommunityId));
        builder.Ignore(s => s.Net);
    }

    public void Configure(EntityTypeBuilder<StatementLayout> builder) => builder.HasIndex(l => l.CompanyId).IsUnique();
}
