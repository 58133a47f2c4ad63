using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Deposits;

internal sealed class DepositsModel : IEntityTypeConfiguration<Deposit>, IEntityTypeConfiguration<DepositEntry>
{
    public void Configure(EntityTypeBuilder<Deposit> builder)
    {
        builder.Link<Deposit, Owner>(d => d.Owner, nameof(Deposit.OwnerId));
        builder.Children(d => d.Entries, e => e.Deposit, nameof(DepositEntry.DepositId));
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_Deposits_Held", "\"Held_Fen\" >= 0 AND \"Held_Fen\" <= \"Amount_Fen\" AND (\"RefundedOn\" IS NULL OR \"Held_Fen\" = 0)"));
    }

    public void Configure(EntityTypeBuilder<DepositEntry> builder)
    {
        builder.Link<DepositEntry, Shift>(nameof(DepositEntry.ShiftId));
        builder.UniqueInCompany(nameof(DepositEntry.RequestId));
        builder.UniqueInCompany(nameof(DepositEntry.CommunityId), nameof(DepositEntry.Number));
        builder.UniqueInCompany(nameof(DepositEntry.Code));
        builder.Property(e => e.Code).HasMaxLength(Receipt.CodeLength);
        builder.Property(e => e.Reference).HasMaxLength(64);
        builder.Ignore(e => e.Receipt);
    }
}
