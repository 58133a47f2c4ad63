using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Metering;

namespace PropertyDesk.Application.Metering;

internal sealed class MeteringModel : IEntityTypeConfiguration<Meter>, IEntityTypeConfiguration<Reading>,
    IEntityTypeConfiguration<MeterChange>, IEntityTypeConfiguration<ReadingCorrection>, IEntityTypeConfiguration<SharedMeter>, IEntityTypeConfiguration<SharedReading>,
    IEntityTypeConfiguration<MasterMeter>, IEntityTypeConfiguration<MasterReading>
{
    public void Configure(EntityTypeBuilder<Meter> builder)
    {
        builder.Link<Meter, Unit>(m => m.Unit, nameof(Meter.UnitId));
        builder.UniqueInCompany(nameof(Meter.CommunityId), nameof(Meter.Number));
        builder.HasIndex(m => new { m.CompanyId, m.SearchNumber });
    }

    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.Link<Reading, Meter>(nameof(Reading.MeterId));
        builder.Link<Reading, StoredFile>(nameof(Reading.PhotoId));
        builder.Property(r => r.ConfirmedBy).HasMaxLength(100);
        builder.Property(r => r.EnteredBy).HasMaxLength(100);
        builder.UniqueInCompany(nameof(Reading.MeterId), nameof(Reading.Date));
    }

    public void Configure(EntityTypeBuilder<MeterChange> builder)
    {
        builder.Link<MeterChange, Meter>(nameof(MeterChange.MeterId));
        builder.UniqueInCompany(nameof(MeterChange.MeterId), nameof(MeterChange.On));
    }

    public void Configure(EntityTypeBuilder<ReadingCorrection> builder)
    {
        builder.Link<ReadingCorrection, Reading>(nameof(ReadingCorrection.ReadingId));
        builder.Link<ReadingCorrection, Meter>(nameof(ReadingCorrection.MeterId));
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

    public void Configure(EntityTypeBuilder<MasterMeter> builder)
    {
        builder.Link<MasterMeter, Building>(nameof(MasterMeter.BuildingId));
        builder.UniqueInCompany(nameof(MasterMeter.CommunityId), nameof(MasterMeter.Name));
    }

    public void Configure(EntityTypeBuilder<MasterReading> builder)
    {
        builder.Link<MasterReading, MasterMeter>(nameof(MasterReading.MasterMeterId));
        builder.UniqueInCompany(nameof(MasterReading.MasterMeterId), nameof(MasterReading.Period));
    }
}
