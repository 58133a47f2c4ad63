using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.Application.PersonalData;

internal sealed class PersonalDataModel : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.Link<DataRequest, Owner>(r => r.Owner, nameof(DataRequest.OwnerId));
        builder.Link<DataRequest, Owner>(nameof(DataRequest.OpenOwnerId));
        builder.Property(r => r.Text).HasMaxLength(500);
        builder.Property(r => r.Answer).HasMaxLength(500);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.UniqueInCompany(nameof(DataRequest.OpenOwnerId), nameof(DataRequest.Kind));
    }
}
