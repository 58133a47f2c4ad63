using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Companies;

internal sealed class CompaniesModel : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<DeskUser>,
    IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<MembershipCommunity>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Company> builder) => builder.HasIndex(c => c.Slug).IsUnique();

    public void Configure(EntityTypeBuilder<DeskUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(100);
        builder.Property(u => u.TotpSecret).HasMaxLength(500);
        builder.Property(u => u.TotpPending).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasOne<DeskUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.Link<Membership, Owner>(m => m.Owner, nameof(Membership.OwnerId));
        builder.Children(m => m.Communities, null, nameof(MembershipCommunity.MembershipId));
        builder.UniqueInCompany(nameof(Membership.UserId), nameof(Membership.Role), nameof(Membership.OwnerId));
        // An owner's or family member's row without its owner would see nothing or, taken for staff, everything.
        builder.ToTable(t => t.HasCheckConstraint("CK_Memberships_Owner", "(\"OwnerId\" IS NOT NULL AND \"Role\" IN ('Owner', 'FamilyPayer', 'FamilyViewer')) OR (\"OwnerId\" IS NULL AND \"Role\" NOT IN ('Owner', 'FamilyPayer', 'FamilyViewer'))"));
    }

    public void Configure(EntityTypeBuilder<MembershipCommunity> builder)
    {
        builder.Link<MembershipCommunity, Community>(nameof(MembershipCommunity.CommunityId));
        builder.UniqueInCompany(nameof(MembershipCommunity.MembershipId), nameof(MembershipCommunity.CommunityId));
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Link<Invitation, Owner>(i => i.Owner, nameof(Invitation.OwnerId));
        builder.Link<Invitation, Bill>(nameof(Invitation.BillId));
        builder.Property(i => i.CommunityIds).HasMaxLength(4000);
        // Two who use one link at the same moment: the second finds it changed.
        builder.Property(i => i.AcceptedAt).IsConcurrencyToken();
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}
