using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.LateFees;

internal sealed class LateFeesModel : IEntityTypeConfiguration<LateFeeFreeze>
{
    public void Configure(EntityTypeBuilder<LateFeeFreeze> builder)
    {
        builder.Link<LateFeeFreeze, Bill>(nameof(LateFeeFreeze.BillId));
        builder.Link<LateFeeFreeze, BillLine>(nameof(LateFeeFreeze.BillLineId));
        builder.Link<LateFeeFreeze, Bill>(nameof(LateFeeFreeze.OpenOf));
        builder.UniqueInCompany(nameof(LateFeeFreeze.OpenOf));
        builder.Property(f => f.To).IsConcurrencyToken();
        builder.Property(f => f.Note).HasMaxLength(500);
    }
}
