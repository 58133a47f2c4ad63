using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Dunning;

internal sealed class LettersModel : IEntityTypeConfiguration<DemandLetter>, IEntityTypeConfiguration<DemandedBill>, IEntityTypeConfiguration<LetterProof>
{
    public void Configure(EntityTypeBuilder<DemandLetter> builder)
    {
        builder.Link<DemandLetter, DunningContact>(l => l.Contact, nameof(DemandLetter.ContactId));
        builder.Link<DemandLetter, Owner>(l => l.Owner, nameof(DemandLetter.OwnerId));
        builder.Link<DemandLetter, Unit>(l => l.Unit, nameof(DemandLetter.UnitId));
        builder.Children<DemandLetter, DemandedBill>(l => l.Bills, null, nameof(DemandedBill.LetterId));
        builder.HasOne(l => l.Proof).WithOne().HasForeignKey<LetterProof>(nameof(CompanyOwned.CompanyId), nameof(LetterProof.LetterId)).OnDelete(DeleteBehavior.Restrict);
        builder.UniqueInCompany(nameof(DemandLetter.CommunityId), nameof(DemandLetter.Number));
        builder.UniqueInCompany(nameof(DemandLetter.ContactId));
        builder.Ignore(l => l.Total);
    }

    public void Configure(EntityTypeBuilder<DemandedBill> builder) => builder.Link<DemandedBill, Bill>(nameof(DemandedBill.BillId));

    public void Configure(EntityTypeBuilder<LetterProof> builder)
    {
        builder.Link<LetterProof, StoredFile>(nameof(LetterProof.FileId));
        builder.UniqueInCompany(nameof(LetterProof.LetterId));
        builder.Property(p => p.Note).HasMaxLength(500);
    }
}
