using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Refunds;

internal sealed class RefundsModel : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.Link<Refund, Owner>(r => r.Owner, nameof(Refund.OwnerId));
        builder.Link<Refund, Payment>(r => r.Payment, nameof(Refund.PaymentId));
        builder.Link<Refund, Payment>(r => r.RedPayment, nameof(Refund.RedPaymentId));
        builder.Link<Refund, Payment>(nameof(Refund.ReversalOf));
        builder.Link<Refund, Purse>(r => r.HeldPurse, nameof(Refund.HeldPurseId));
        builder.UniqueInCompany(nameof(Refund.RedPaymentId));
        builder.UniqueInCompany(nameof(Refund.ReversalOf));
        builder.UniqueInCompany(nameof(Refund.RequestId));
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.ChannelNote).HasMaxLength(64);
        builder.Ignore(r => r.ChannelNumber);

        builder.HasIndex(r => new { r.CompanyId, r.State });
        builder.ToTable(t => t.HasCheckConstraint("CK_Refunds_Amount", "\"Amount_Fen\" > 0"));
    }
}
