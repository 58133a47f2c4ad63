using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Shifts;

internal sealed class ShiftsModel : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<BankDeposit>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.UniqueInCompany(nameof(Shift.CommunityId), nameof(Shift.CashierId), nameof(Shift.Slot));
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.SentBackBecause).HasMaxLength(200);
        builder.Ignore(s => s.Difference);
    }

    public void Configure(EntityTypeBuilder<BankDeposit> builder)
    {
        builder.Link<BankDeposit, Shift>(nameof(BankDeposit.ShiftId));
        builder.UniqueInCompany(nameof(BankDeposit.RequestId));
    }
}
