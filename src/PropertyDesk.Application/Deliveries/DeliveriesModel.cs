using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Deliveries;

internal sealed class DeliveriesModel : IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<DeliveryEvent>, IEntityTypeConfiguration<DeliveryGate>,
    IEntityTypeConfiguration<DeliverySettings>, IEntityTypeConfiguration<MailAccount>, IEntityTypeConfiguration<SmsAccount>,
    IEntityTypeConfiguration<DeliveryTemplate>, IEntityTypeConfiguration<DeliveryPreference>
{
    private const int LongestBody = 4000;
    private const int LongestReason = 400;

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Link<Delivery, Bill>(d => d.Bill, nameof(Delivery.BillId));
        builder.Link<Delivery, Owner>(d => d.Owner, nameof(Delivery.OwnerId));
        builder.Link<Delivery, ReportFile>(nameof(Delivery.ReportFileId));
        builder.UniqueInCompany(nameof(Delivery.Key));
        builder.Property(d => d.SealedText).HasMaxLength(-1);
        builder.UniqueInCompany(nameof(Delivery.Slot));
        builder.HasIndex(d => new { d.CompanyId, d.Channel, d.State, d.NextAt });
        builder.HasIndex(d => new { d.CompanyId, d.Day });
        builder.HasIndex(d => new { d.CompanyId, d.OwnerId, d.QueuedAt });
        builder.HasIndex(d => new { d.CompanyId, d.ProviderId });
        builder.Property(d => d.Body).HasMaxLength(LongestBody);
        builder.Property(d => d.Link).HasMaxLength(500);
        builder.Property(d => d.Parameters).HasMaxLength(LongestBody);
        builder.Property(d => d.Reason).HasMaxLength(LongestReason);
        builder.Property(d => d.Slot).HasMaxLength(250);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.ParameterList);
    }

    public void Configure(EntityTypeBuilder<DeliveryEvent> builder)
    {
        builder.Link<DeliveryEvent, Delivery>(nameof(DeliveryEvent.DeliveryId));
        builder.Property(e => e.Detail).HasMaxLength(LongestReason);
    }

    public void Configure(EntityTypeBuilder<DeliveryGate> builder)
    {
        builder.UniqueInCompany(nameof(DeliveryGate.Channel));
        builder.Property(g => g.Problem).HasMaxLength(LongestReason);
        builder.Property(g => g.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DeliverySettings> builder)
    {
        builder.UniqueInCompany();
        builder.Ignore(s => s.Channels);
        builder.Property(s => s.ProtectedReceiptSecret).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<MailAccount> builder)
    {
        builder.UniqueInCompany();
        builder.Property(a => a.ProtectedPassword).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<SmsAccount> builder)
    {
        builder.UniqueInCompany();
        builder.Property(a => a.ProtectedSecret).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<DeliveryTemplate> builder)
    {
        builder.UniqueInCompany(nameof(DeliveryTemplate.Kind), nameof(DeliveryTemplate.Channel), nameof(DeliveryTemplate.Language));
        builder.Property(t => t.Body).HasMaxLength(LongestBody);
        builder.Ignore(t => t.Words);
    }

    public void Configure(EntityTypeBuilder<DeliveryPreference> builder)
    {
        builder.Link<DeliveryPreference, Owner>(nameof(DeliveryPreference.OwnerId));
        builder.UniqueInCompany(nameof(DeliveryPreference.OwnerId));
    }
}
