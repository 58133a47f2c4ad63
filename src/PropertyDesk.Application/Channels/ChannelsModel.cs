using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Channels;

internal sealed class ChannelsModel : IEntityTypeConfiguration<ChannelAccount>, IEntityTypeConfiguration<ChannelOrder>, IEntityTypeConfiguration<ChannelOrderBill>,
    IEntityTypeConfiguration<ChannelNotice>, IEntityTypeConfiguration<ChannelCase>
{
    public void Configure(EntityTypeBuilder<ChannelAccount> builder)
    {
        builder.UniqueInCompany(nameof(ChannelAccount.Kind));
        builder.Property(a => a.ProtectedPrivateKey).HasMaxLength(-1);
        builder.Property(a => a.ProtectedApiKey).HasMaxLength(-1);
        builder.Property(a => a.ProtectedAppSecret).HasMaxLength(-1);
        builder.Property(a => a.ChannelKey).HasMaxLength(4000);
        builder.Property(a => a.OtherChannelKey).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<ChannelOrder> builder)
    {
        builder.Link<ChannelOrder, Owner>(o => o.Owner, nameof(ChannelOrder.OwnerId));
        builder.Link<ChannelOrder, Payment>(o => o.Payment, nameof(ChannelOrder.PaymentId));
        builder.Children(o => o.Bills, b => b.Order, nameof(ChannelOrderBill.OrderId));
        builder.UniqueInCompany(nameof(ChannelOrder.RequestId));
        builder.UniqueInCompany(nameof(ChannelOrder.PaymentId));
        builder.Link<ChannelOrder, Owner>(nameof(ChannelOrder.PendingOf));
        builder.UniqueInCompany(nameof(ChannelOrder.PendingOf));
        builder.UniqueInCompany(nameof(ChannelOrder.PayerCode));
        builder.UniqueInCompany(nameof(ChannelOrder.Kind), nameof(ChannelOrder.TransactionId));
        builder.HasIndex(o => new { o.CompanyId, o.NextCheckAt });
        builder.Property(o => o.PayAddress).HasMaxLength(4000);
        builder.Property(o => o.TransactionId).HasMaxLength(64);
        builder.Property(o => o.PayerId).HasMaxLength(64);
        builder.Property(o => o.PayerCode).HasMaxLength(64);
        builder.Property(o => o.LastProblem).HasMaxLength(64);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_ChannelOrders_Amount", "\"Amount_Fen\" > 0"));
    }

    public void Configure(EntityTypeBuilder<ChannelOrderBill> builder)
    {
        builder.Link<ChannelOrderBill, Bill>(nameof(ChannelOrderBill.BillId));
        builder.UniqueInCompany(nameof(ChannelOrderBill.OrderId), nameof(ChannelOrderBill.BillId));
    }

    public void Configure(EntityTypeBuilder<ChannelNotice> builder)
    {
        builder.UniqueInCompany(nameof(ChannelNotice.Kind), nameof(ChannelNotice.EventKey));
        builder.Property(n => n.EventKey).HasMaxLength(160);
        builder.Property(n => n.OrderNumber).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<ChannelCase> builder)
    {
        builder.Link<ChannelCase, Payment>(c => c.Payment, nameof(ChannelCase.PaymentId));
        builder.Link<ChannelCase, Community>(nameof(ChannelCase.CommunityId));
        builder.Link<ChannelCase, Refund>(nameof(ChannelCase.RefundId));
        builder.UniqueInCompany(nameof(ChannelCase.Kind), nameof(ChannelCase.TransactionId));
        builder.Property(c => c.OrderNumber).HasMaxLength(64);
        builder.Property(c => c.TransactionId).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}
