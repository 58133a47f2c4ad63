using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.DirectDebit;

internal sealed class DirectDebitModel : IEntityTypeConfiguration<Mandate>, IEntityTypeConfiguration<DebitLayout>, IEntityTypeConfiguration<DebitBatch>,
    IEntityTypeConfiguration<DebitLine>, IEntityTypeConfiguration<DebitLineBill>, IEntityTypeConfiguration<DebitReturn>
{
    // No length: a file of a large batch, encrypted.
    private const int Unlimited = -1;

    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.Link<Mandate, Owner>(m => m.Owner, nameof(Mandate.OwnerId));
        builder.Link<Mandate, Owner>(nameof(Mandate.CurrentOwnerId));
        builder.UniqueInCompany(nameof(Mandate.CurrentOwnerId));
        builder.Property(m => m.AccountCipher).HasMaxLength(1000);
        builder.Property(m => m.AccountTail).HasMaxLength(4);
        builder.Property(m => m.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DebitLayout> builder)
    {
        builder.UniqueInCompany(nameof(DebitLayout.Name));
        builder.Property(l => l.FormatJson).HasMaxLength(Unlimited);
        builder.Ignore(l => l.Format);
        builder.Property(l => l.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DebitBatch> builder)
    {
        builder.Link<DebitBatch, DebitLayout>(b => b.Layout, nameof(DebitBatch.LayoutId));
        builder.Children(b => b.Lines, l => l.Batch, nameof(DebitLine.BatchId));
        builder.UniqueInCompany(nameof(DebitBatch.Number));
        builder.Property(b => b.FileHash).HasMaxLength(HashLength);
        builder.Property(b => b.ContentCipher).HasMaxLength(Unlimited);
        builder.Ignore(b => b.Display);
        builder.Property(b => b.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<DebitLine> builder)
    {
        builder.Link<DebitLine, Owner>(nameof(DebitLine.OwnerId));
        builder.Link<DebitLine, Mandate>(nameof(DebitLine.MandateId));
        builder.Link<DebitLine, DebitReturn>(nameof(DebitLine.ReturnId));
        builder.Link<DebitLine, Payment>(l => l.Payment, nameof(DebitLine.PaymentId));
        builder.Children(l => l.Bills, b => b.Line, nameof(DebitLineBill.LineId));
        builder.UniqueInCompany(nameof(DebitLine.Key));
        builder.UniqueInCompany(nameof(DebitLine.PaymentId));
        builder.HasIndex(l => new { l.CompanyId, l.BatchId, l.State });
        builder.Property(l => l.Key).HasMaxLength(20);
        builder.Property(l => l.AccountCipher).HasMaxLength(1000);
        builder.Property(l => l.AccountTail).HasMaxLength(4);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_DebitLines_Amount", "\"Amount_Fen\" > 0"));
    }

    public void Configure(EntityTypeBuilder<DebitLineBill> builder)
    {
        builder.Link<DebitLineBill, Bill>(nameof(DebitLineBill.BillId));
        builder.Link<DebitLineBill, Bill>(nameof(DebitLineBill.HeldBillId));
        builder.UniqueInCompany(nameof(DebitLineBill.LineId), nameof(DebitLineBill.BillId));
        builder.UniqueInCompany(nameof(DebitLineBill.HeldBillId));
    }

    public void Configure(EntityTypeBuilder<DebitReturn> builder)
    {
        builder.Link<DebitReturn, DebitBatch>(r => r.Batch, nameof(DebitReturn.BatchId));
        builder.UniqueInCompany(nameof(DebitReturn.FileHash));
        builder.Property(r => r.FileHash).HasMaxLength(HashLength);
        builder.Property(r => r.ContentCipher).HasMaxLength(Unlimited);
    }
}
