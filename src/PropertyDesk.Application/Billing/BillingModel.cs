using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Billing;

internal sealed class BillingModel : IEntityTypeConfiguration<BillRun>, IEntityTypeConfiguration<Bill>,
    IEntityTypeConfiguration<BillLine>, IEntityTypeConfiguration<BillCredit>, IEntityTypeConfiguration<BillOmission>
{
    public void Configure(EntityTypeBuilder<BillRun> builder)
    {
        builder.UniqueInCompany(nameof(BillRun.CommunityId), nameof(BillRun.Period), nameof(BillRun.Sequence));
        builder.Link<BillRun, Unit>(nameof(BillRun.UnitId));
        builder.Property(r => r.Seal).HasMaxLength(64);
        builder.Property(r => r.Overview).HasMaxLength(-1);
        builder.Property(r => r.WorkFailure).HasMaxLength(500);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Bill> builder)
    {
        builder.Link<Bill, BillRun>(b => b.BillRun, nameof(Bill.BillRunId));
        builder.Link<Bill, Unit>(b => b.Unit, nameof(Bill.UnitId));
        builder.Link<Bill, Building>(nameof(Bill.BuildingId));
        builder.Link<Bill, Owner>(b => b.Owner, nameof(Bill.OwnerId));
        builder.Children(b => b.Lines, l => l.Bill, nameof(BillLine.BillId));
        builder.UniqueInCompany(nameof(Bill.BillRunId), nameof(Bill.UnitId), nameof(Bill.OwnerId));
        // The number first: people look for a bill by it, and few communities have the same.
        builder.UniqueInCompany(nameof(Bill.Number), nameof(Bill.CommunityId));
        builder.UniqueInCompany(nameof(Bill.Code));
        builder.Property(b => b.Code).HasMaxLength(PrintedCode.Length);
        builder.HasIndex(b => new { b.CompanyId, b.Period, b.CommunityId, b.IssuedOn });
        builder.HasIndex(b => new { b.CompanyId, b.UnitId, b.Period });
        builder.HasIndex(b => new { b.CompanyId, b.BillRunId, b.Unusualness });
        builder.HasIndex(b => new { b.CompanyId, b.OwnerId, b.IssuedOn });
        // The open ones have an index of their own, OpenBillsIndex: it names an amount, which the model cannot.
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.LateFeeTerms);
        builder.Children(b => b.Credits, c => c.Bill, nameof(BillCredit.BillId));
        builder.ToTable(t => t.HasCheckConstraint("CK_Bills_Outstanding", "\"Outstanding_Fen\" = \"Total_Fen\" - \"Credited_Fen\" - \"Paid_Fen\""));
    }

    public void Configure(EntityTypeBuilder<BillLine> builder)
    {
        builder.Link<BillLine, ChargeAssignment>(nameof(BillLine.ChargeAssignmentId));
        builder.Link<BillLine, Ticket>(nameof(BillLine.TicketId));
        builder.Link<BillLine, ChargeItem>(nameof(BillLine.ChargeItemId));
        builder.Property(l => l.Working).HasMaxLength(-1);
        builder.UniqueInCompany(nameof(BillLine.SourceId), nameof(BillLine.Period), nameof(BillLine.OwnerId), nameof(BillLine.Revision));
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("CK_BillLines_Outstanding", "\"Outstanding_Fen\" = \"Amount_Fen\" - \"Credited_Fen\" - \"Paid_Fen\"");
            t.HasCheckConstraint(
                "CK_BillLines_Sign",
                "(\"Amount_Fen\" >= 0 AND \"Credited_Fen\" >= 0 AND \"Paid_Fen\" >= 0 AND \"Outstanding_Fen\" >= 0)"
                + " OR (\"Amount_Fen\" < 0 AND \"Credited_Fen\" <= 0 AND \"Paid_Fen\" <= 0 AND \"Outstanding_Fen\" <= 0)");
        });
    }

    public void Configure(EntityTypeBuilder<BillCredit> builder)
    {
        builder.Link<BillCredit, BillLine>(c => c.BillLine, nameof(BillCredit.BillLineId));
        builder.Link<BillCredit, ChargeItem>(nameof(BillCredit.ChargeItemId));
        builder.Property(c => c.Working).HasMaxLength(-1);
        builder.HasIndex(c => new { c.CompanyId, c.On });

        // One document takes something off a line once.
        builder.UniqueInCompany(nameof(BillCredit.DocumentId), nameof(BillCredit.BillLineId), nameof(BillCredit.Kind));
    }

    public void Configure(EntityTypeBuilder<BillOmission> builder)
    {
        builder.Link<BillOmission, BillRun>(nameof(BillOmission.BillRunId));
        builder.Link<BillOmission, ChargeAssignment>(nameof(BillOmission.ChargeAssignmentId));
        builder.Link<BillOmission, ChargeItem>(nameof(BillOmission.ChargeItemId));
        builder.Link<BillOmission, Unit>(nameof(BillOmission.UnitId));
    }
}
