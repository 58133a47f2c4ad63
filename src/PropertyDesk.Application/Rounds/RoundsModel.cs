using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Application.Rounds;

internal sealed class RoundsModel : IEntityTypeConfiguration<PrintRound>, IEntityTypeConfiguration<RoundStop>, IEntityTypeConfiguration<RoundPaper>
{
    public void Configure(EntityTypeBuilder<PrintRound> builder) => builder.Children(r => r.Stops, s => s.Round, nameof(RoundStop.RoundId));

    public void Configure(EntityTypeBuilder<RoundStop> builder)
    {
        builder.Link<RoundStop, Unit>(s => s.Unit, nameof(RoundStop.UnitId));
        builder.Link<RoundStop, Owner>(s => s.Owner, nameof(RoundStop.OwnerId));
        builder.Children<RoundStop, RoundPaper>(s => s.Papers, null, nameof(RoundPaper.StopId));
        builder.UniqueInCompany(nameof(RoundStop.RoundId), nameof(RoundStop.Place));
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RoundPaper> builder)
    {
        builder.Link<RoundPaper, Delivery>(p => p.Delivery, nameof(RoundPaper.DeliveryId));
        builder.Link<RoundPaper, Delivery>(nameof(RoundPaper.OpenDeliveryId));
        builder.UniqueInCompany(nameof(RoundPaper.OpenDeliveryId));
    }
}
