using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Reconciliation;

internal sealed class ReconciliationModel : IEntityTypeConfiguration<ReconciledDay>, IEntityTypeConfiguration<ReconciliationItem>, IEntityTypeConfiguration<Settlement>, IEntityTypeConfiguration<StatementLayout>, IEntityTypeConfiguration<DifferencePosting>
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
        builder.Link<ReconciliationItem, BankDeposit>(nameof(ReconciliationItem.DepositId));
        builder.UniqueInCompany(nameof(ReconciliationItem.ConfirmsId));
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

    public void Configure(EntityTypeBuilder<StatementLayout> builder) => builder.UniqueInCompany(nameof(StatementLayout.Source));

    public void Configure(EntityTypeBuilder<DifferencePosting> builder)
    {
        builder.Link<DifferencePosting, ReconciliationItem>(p => p.Item, nameof(DifferencePosting.ItemId));
        builder.Link<DifferencePosting, Payment>(p => p.Payment, nameof(DifferencePosting.PaymentId));
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.IsWaiting);
        builder.Ignore(p => p.CanBeClaimed);
    }
}
