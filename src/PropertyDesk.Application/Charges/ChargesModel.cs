using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Charges;

internal sealed class ChargesModel : IEntityTypeConfiguration<ChargeItem>, IEntityTypeConfiguration<Tariff>,
    IEntityTypeConfiguration<TariffVersion>, IEntityTypeConfiguration<ChargeAssignment>
{
    public void Configure(EntityTypeBuilder<ChargeItem> builder) =>
        builder.UniqueInCompany(nameof(ChargeItem.CommunityId), nameof(ChargeItem.Name));

    public void Configure(EntityTypeBuilder<Tariff> builder)
    {
        builder.Link<Tariff, ChargeItem>(t => t.ChargeItem, nameof(Tariff.ChargeItemId));
        builder.Children(t => t.Versions, null, nameof(TariffVersion.TariffId));
        builder.UniqueInCompany(nameof(Tariff.ChargeItemId), nameof(Tariff.Scope));
    }

    public void Configure(EntityTypeBuilder<TariffVersion> builder)
    {
        builder.Property(v => v.Tiers).HasMaxLength(1000);
        builder.Property(v => v.Unit).HasMaxLength(40);
        builder.UniqueInCompany(nameof(TariffVersion.TariffId), nameof(TariffVersion.ValidFrom));
    }

    public void Configure(EntityTypeBuilder<ChargeAssignment> builder)
    {
        builder.Link<ChargeAssignment, Tariff>(a => a.Tariff, nameof(ChargeAssignment.TariffId));
        builder.Link<ChargeAssignment, Unit>(a => a.Unit, nameof(ChargeAssignment.UnitId));
        builder.Link<ChargeAssignment, ParkingUse>(nameof(ChargeAssignment.ParkingUseId));
        builder.Link<ChargeAssignment, Meter>(nameof(ChargeAssignment.MeterId));
        builder.Link<ChargeAssignment, SharedMeter>(nameof(ChargeAssignment.SharedMeterId));
        builder.UniqueInCompany(nameof(ChargeAssignment.TariffId), nameof(ChargeAssignment.UnitId), nameof(ChargeAssignment.SubjectId), nameof(ChargeAssignment.From));
    }
}
