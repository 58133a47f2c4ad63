using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

internal sealed class CommunitiesModel : IEntityTypeConfiguration<Community>, IEntityTypeConfiguration<Building>,
    IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<ParkingSpace>, IEntityTypeConfiguration<ParkingUse>,
    IEntityTypeConfiguration<UnitEvent>, IEntityTypeConfiguration<UnitArea>,
    IEntityTypeConfiguration<Vacancy>
{
    public void Configure(EntityTypeBuilder<Community> builder)
    {
        builder.UniqueInCompany(nameof(Community.Name));
        builder.Ignore(c => c.LateFeeTerms);
    }


    public void Configure(EntityTypeBuilder<Building> builder) =>
        builder.UniqueInCompany(nameof(Building.CommunityId), nameof(Building.Name));

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Link<Unit, Building>(u => u.Building, nameof(Unit.BuildingId));
        builder.UniqueInCompany(nameof(Unit.CommunityId), nameof(Unit.Code));
        builder.HasIndex(u => new { u.CompanyId, u.SearchCode });
        builder.HasIndex(u => new { u.CompanyId, u.SearchNumber });
        builder.Property(u => u.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ParkingSpace> builder)
    {
        builder.UniqueInCompany(nameof(ParkingSpace.CommunityId), nameof(ParkingSpace.Number));
        builder.HasIndex(s => new { s.CompanyId, s.SearchNumber });
    }

    public void Configure(EntityTypeBuilder<ParkingUse> builder)
    {
        builder.Link<ParkingUse, ParkingSpace>(u => u.ParkingSpace, nameof(ParkingUse.ParkingSpaceId));
        builder.Link<ParkingUse, Unit>(u => u.Unit, nameof(ParkingUse.UnitId));
        builder.UniqueInCompany(nameof(ParkingUse.ParkingSpaceId), nameof(ParkingUse.From));
        builder.HasIndex(u => new { u.CompanyId, u.Plate });
        builder.HasIndex(u => new { u.CompanyId, u.SearchPlate });
        builder.HasIndex(u => new { u.CompanyId, u.SearchPlateEnd });
    }

    public void Configure(EntityTypeBuilder<UnitEvent> builder)
    {
        builder.Link<UnitEvent, Unit>(e => e.Unit, nameof(UnitEvent.UnitId));
        builder.Property(e => e.Detail).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<UnitArea> builder)
    {
        builder.Link<UnitArea, Unit>(a => a.Unit, nameof(UnitArea.UnitId));
        builder.UniqueInCompany(nameof(UnitArea.UnitId), nameof(UnitArea.From));
    }

    public void Configure(EntityTypeBuilder<Vacancy> builder)
    {
        builder.Link<Vacancy, Unit>(v => v.Unit, nameof(Vacancy.UnitId));
        builder.HasIndex(v => new { v.CompanyId, v.CommunityId, v.State });
        builder.Property(v => v.Version).IsConcurrencyToken();
    }
}
