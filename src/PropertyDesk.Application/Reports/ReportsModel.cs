using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

internal sealed class ReportsModel : IEntityTypeConfiguration<BillSum>, IEntityTypeConfiguration<ReportView>, IEntityTypeConfiguration<ViewRecipient>, IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<BillSum> builder) => builder.HasIndex(s => new { s.CompanyId, s.Grain, s.On });

    public void Configure(EntityTypeBuilder<ReportView> builder)
    {
        builder.Link<ReportView, Community>(nameof(ReportView.CommunityId));
        builder.Children<ReportView, ViewRecipient>(v => v.Recipients, null, nameof(ViewRecipient.ViewId));
        builder.UniqueInCompany(nameof(ReportView.RequestId));
        builder.HasIndex(v => new { v.CompanyId, v.NextOn });
        builder.Property(v => v.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ViewRecipient> builder) => builder.UniqueInCompany(nameof(ViewRecipient.ViewId), nameof(ViewRecipient.UserId));

    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.Link<ReportFile, Community>(nameof(ReportFile.CommunityId));
        // Not a link: what was made and sent outlives the view.
        builder.UniqueInCompany(nameof(ReportFile.Key));
        builder.HasIndex(f => new { f.CompanyId, f.State });
        builder.HasIndex(f => new { f.CompanyId, f.UserId, f.AskedAt });
        builder.Property(f => f.Problem).HasMaxLength(400);
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
