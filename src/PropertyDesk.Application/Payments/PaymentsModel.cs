using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Payments;

internal sealed class PaymentsModel : IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<PaymentTender>, IEntityTypeConfiguration<Allocation>,
    IEntityTypeConfiguration<ReceiptBook>, IEntityTypeConfiguration<Receipt>,
    IEntityTypeConfiguration<Purse>, IEntityTypeConfiguration<PurseEntry>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.Link<Payment, Owner>(p => p.Owner, nameof(Payment.OwnerId));
        builder.Children(p => p.Allocations, a => a.Payment, nameof(Allocation.PaymentId));
        builder.Link<Payment, Shift>(nameof(Payment.ShiftId));
        builder.Children(p => p.Tenders, t => t.Payment, nameof(PaymentTender.PaymentId));
        builder.Link<Payment, Payment>(p => p.Reverses, nameof(Payment.ReversesId));
        builder.UniqueInCompany(nameof(Payment.ReversesId));
        builder.UniqueInCompany(nameof(Payment.RequestId));
        builder.HasIndex(p => new { p.CompanyId, p.PaidOn, p.CommunityId });
        builder.HasIndex(p => new { p.CompanyId, p.OwnerId, p.RecordedAt });
        builder.ToTable(t => t.HasCheckConstraint("CK_Payments_Amount", "(\"Amount_Fen\" > 0 AND \"Prepaid_Fen\" >= 0 AND \"ReversesId\" IS NULL) OR (\"Amount_Fen\" < 0 AND \"Prepaid_Fen\" <= 0)"));
    }

    public void Configure(EntityTypeBuilder<PaymentTender> builder)
    {
        builder.UniqueInCompany(nameof(PaymentTender.PaymentId), nameof(PaymentTender.Position));
        builder.UniqueInCompany(nameof(PaymentTender.Method), nameof(PaymentTender.TransactionId));
        builder.HasIndex(t => new { t.CompanyId, t.Reference });
        builder.HasIndex(t => new { t.CompanyId, t.PaidOn });
        builder.Property(t => t.Reference).HasMaxLength(64);
        builder.Property(t => t.TransactionId).HasMaxLength(64);
        builder.ToTable(t => t.HasCheckConstraint("CK_PaymentTenders_Amount", "\"Amount_Fen\" <> 0"));
        builder.ToTable(t => t.HasCheckConstraint("CK_PaymentTenders_Handed", "\"Handed_Fen\" = 0 OR \"Handed_Fen\" >= \"Amount_Fen\""));
    }

    public void Configure(EntityTypeBuilder<Allocation> builder)
    {
        builder.Link<Allocation, Bill>(a => a.Bill, nameof(Allocation.BillId));
        builder.Link<Allocation, BillLine>(a => a.BillLine, nameof(Allocation.BillLineId));
        builder.Link<Allocation, PurseEntry>(a => a.PurseEntry, nameof(Allocation.PurseEntryId));
        builder.UniqueInCompany(nameof(Allocation.PaymentId), nameof(Allocation.BillLineId));
        builder.HasIndex(a => new { a.CompanyId, a.PurseEntryId });
        builder.HasIndex(a => new { a.CompanyId, a.AppliedOn });
        builder.ToTable(t => t.HasCheckConstraint("CK_Allocations_Amount", "\"Amount_Fen\" <> 0"));
    }

    public void Configure(EntityTypeBuilder<Purse> builder)
    {
        builder.Link<Purse, Owner>(nameof(Purse.OwnerId));
        builder.UniqueInCompany(nameof(Purse.OwnerId), nameof(Purse.Class));
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_Purses_Balance", "\"Held_Fen\" >= 0 AND \"Balance_Fen\" >= \"Held_Fen\""));
    }

    public void Configure(EntityTypeBuilder<PurseEntry> builder)
    {
        builder.Link<PurseEntry, Purse>(e => e.Purse, nameof(PurseEntry.PurseId));
        builder.UniqueInCompany(nameof(PurseEntry.DocumentId), nameof(PurseEntry.PurseId), nameof(PurseEntry.Kind));
    }

    public void Configure(EntityTypeBuilder<ReceiptBook> builder) =>
        builder.UniqueInCompany(nameof(ReceiptBook.CommunityId), nameof(ReceiptBook.Name));

    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.Link<Receipt, Payment>(r => r.Payment, nameof(Receipt.PaymentId));
        builder.UniqueInCompany(nameof(Receipt.Number), nameof(Receipt.Book), nameof(Receipt.CommunityId));
        builder.UniqueInCompany(nameof(Receipt.PaymentId));
        builder.UniqueInCompany(nameof(Receipt.Code));
        builder.Property(r => r.Code).HasMaxLength(Receipt.CodeLength);
        builder.Ignore(r => r.Display);
    }
}
