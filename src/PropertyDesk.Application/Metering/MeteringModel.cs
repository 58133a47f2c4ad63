using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

internal sealed class MeteringModel : IEntityTypeConfiguration<Meter>, IEntityTypeConfiguration<Reading>,
    IEntityTypeConfiguration<SharedMeter>, IEntityTypeConfiguration<SharedReading>
{
    public void Configure(EntityTypeBuilder<Meter> builder)
    {
        builder.Link<Meter, Unit>(m => m.Unit, nameof(Meter.UnitId));
        builder.UniqueInCompany(nameof(Meter.CommunityId), nameof(Meter.Number));
    }

    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.Link<Reading, Meter>(nameof(Reading.MeterId));
        builder.UniqueInCompany(nameof(Reading.MeterId), nameof(Reading.Date));
    }

    public void Configure(EntityTypeBuilder<SharedMeter> builder)
    {
        builder.Link<SharedMeter, Tariff>(m => m.Tariff, nameof(SharedMeter.TariffId));
        builder.Link<SharedMeter, Building>(nameof(SharedMeter.BuildingId));
        builder.UniqueInCompany(nameof(SharedMeter.TariffId), nameof(SharedMeter.Name));
    }

    public void Configure(EntityTypeBuilder<SharedReading> builder)
    {
        builder.Link<SharedReading, SharedMeter>(nameof(SharedReading.SharedMeterId));
        builder.UniqueInCompany(nameof(SharedReading.SharedMeterId), nameof(SharedReading.Period));
    }
}
