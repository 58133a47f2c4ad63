using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Application.Corrections;

internal sealed class CorrectionsModel : IEntityTypeConfiguration<CorrectionRequest>, IEntityTypeConfiguration<CorrectionLine>, IEntityTypeConfiguration<ApprovalLimit>
{
    public void Configure(EntityTypeBuilder<CorrectionRequest> builder)
    {
        builder.Link<CorrectionRequest, Bill>(nameof(CorrectionRequest.BillId));
        builder.Link<CorrectionRequest, BillRun>(r => r.BillRun, nameof(CorrectionRequest.BillRunId));
        builder.Link<CorrectionRequest, BillRun>(nameof(CorrectionRequest.ReissueRunId));
        builder.Link<CorrectionRequest, StoredFile>(nameof(CorrectionRequest.AttachmentId));
        builder.Children(r => r.Lines, null, nameof(CorrectionLine.CorrectionRequestId));
        builder.Property(r => r.Note).HasMaxLength(500);
        builder.Property(r => r.DecisionNote).HasMaxLength(500);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.CompanyId, r.State });
    }

    public void Configure(EntityTypeBuilder<CorrectionLine> builder)
    {
        builder.Link<CorrectionLine, BillLine>(l => l.BillLine, nameof(CorrectionLine.BillLineId));
        builder.UniqueInCompany(nameof(CorrectionLine.CorrectionRequestId), nameof(CorrectionLine.BillLineId));
    }

    public void Configure(EntityTypeBuilder<ApprovalLimit> builder) => builder.UniqueInCompany(nameof(ApprovalLimit.Role));
}
