using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

internal sealed class BillingModel : IEntityTypeConfiguration<BillRun>, IEntityTypeConfiguration<Bill>,
    IEntityTypeConfiguration<BillLine>, IEntityTypeConfiguration<BillOmission>
{
    public void Configure(EntityTypeBuilder<BillRun> builder)
    {
        builder.UniqueInCompany(nameof(BillRun.CommunityId), nameof(BillRun.Period));
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Bill> builder)
    {
        builder.Link<Bill, BillRun>(b => b.BillRun, nameof(Bill.BillRunId));
        builder.Link<Bill, Unit>(b => b.Unit, nameof(Bill.UnitId));
        builder.Link<Bill, Owner>(b => b.Owner, nameof(Bill.OwnerId));
        builder.Children(b => b.Lines, l => l.Bill, nameof(BillLine.BillId));
        builder.UniqueInCompany(nameof(Bill.BillRunId), nameof(Bill.UnitId), nameof(Bill.OwnerId));
        builder.UniqueInCompany(nameof(Bill.CommunityId), nameof(Bill.Number));
        builder.HasIndex(b => new { b.CompanyId, b.CommunityId, b.Period });
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_Bills_Paid", "\"Paid_Fen\" >= 0 AND \"Paid_Fen\" <= \"Total_Fen\""));
        builder.Ignore(b => b.Outstanding);
    }

    public void Configure(EntityTypeBuilder<BillLine> builder)
    {
        builder.Link<BillLine, ChargeAssignment>(nameof(BillLine.ChargeAssignmentId));
        builder.Link<BillLine, ChargeItem>(nameof(BillLine.ChargeItemId));
        builder.Property(l => l.Working).HasMaxLength(-1);
        builder.UniqueInCompany(nameof(BillLine.ChargeAssignmentId), nameof(BillLine.Period), nameof(BillLine.OwnerId));
        builder.ToTable(t => t.HasCheckConstraint("CK_BillLines_Paid", "\"Paid_Fen\" >= 0 AND \"Paid_Fen\" <= \"Amount_Fen\""));
        builder.Ignore(l => l.Outstanding);
    }

    public void Configure(EntityTypeBuilder<BillOmission> builder)
    {
        builder.Link<BillOmission, BillRun>(nameof(BillOmission.BillRunId));
        builder.Link<BillOmission, ChargeAssignment>(nameof(BillOmission.ChargeAssignmentId));
        builder.Link<BillOmission, ChargeItem>(nameof(BillOmission.ChargeItemId));
        builder.Link<BillOmission, Unit>(nameof(BillOmission.UnitId));
    }
}
