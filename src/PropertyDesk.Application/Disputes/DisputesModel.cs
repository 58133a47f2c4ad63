using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Disputes;

internal sealed class DisputesModel : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.Link<Dispute, Bill>(d => d.Bill, nameof(Dispute.BillId));
        builder.Link<Dispute, BillLine>(d => d.BillLine, nameof(Dispute.BillLineId));
        builder.Link<Dispute, BillLine>(nameof(Dispute.OpenLineId));
        builder.Link<Dispute, LateFeeFreeze>(d => d.Freeze, nameof(Dispute.FreezeId));
        builder.Link<Dispute, CorrectionRequest>(nameof(Dispute.CorrectionRequestId));
        builder.Property(d => d.Question).HasMaxLength(1000);
        builder.Property(d => d.Answer).HasMaxLength(1000);
        builder.UniqueInCompany(nameof(Dispute.OpenLineId));
    }
}
