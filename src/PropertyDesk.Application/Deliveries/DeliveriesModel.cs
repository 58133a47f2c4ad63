using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Deliveries;

internal sealed class DeliveriesModel : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Link<Delivery, Bill>(d => d.Bill, nameof(Delivery.BillId));
        builder.Link<Delivery, Owner>(d => d.Owner, nameof(Delivery.OwnerId));
        builder.UniqueInCompany(nameof(Delivery.Key));
        builder.Property(d => d.SealedText).HasMaxLength(-1);
    }
}
