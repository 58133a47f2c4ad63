using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Accounts;

internal sealed class AccountsModel : IEntityTypeConfiguration<LoginSession>, IEntityTypeConfiguration<OneTimeCode>,
    IEntityTypeConfiguration<LoginContact>, IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<BillOpening>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<LoginSession> builder)
    {
        OfLogin(builder, nameof(LoginSession.UserId));
        builder.Property(s => s.KeyHash).HasMaxLength(HashLength);
        builder.Property(s => s.Ticket).HasMaxLength(-1);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => s.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        OfLogin(builder, nameof(OneTimeCode.UserId));
        builder.Property(c => c.BrowserHash).HasMaxLength(HashLength);
        builder.Property(c => c.Network).HasMaxLength(HashLength);
        builder.Property(c => c.Secret).HasMaxLength(500);
        builder.Property(c => c.Version).IsConcurrencyToken();

        // Two who ask for one address at the same moment would be at the same place: one of them is refused.
        builder.HasIndex(c => new { c.Address, c.Place }).IsUnique();
        builder.HasIndex(c => new { c.BrowserHash, c.Purpose });
        builder.HasIndex(c => new { c.Network, c.AskedAt });
    }

    public void Configure(EntityTypeBuilder<LoginContact> builder)
    {
        OfLogin(builder, nameof(LoginContact.UserId));
        builder.HasIndex(c => c.Address).IsUnique();
        builder.HasIndex(c => new { c.UserId, c.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        OfLogin(builder, nameof(RecoveryCode.UserId));
        builder.Property(c => c.Hash).HasMaxLength(HashLength);
        builder.HasIndex(c => new { c.UserId, c.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BillOpening> builder)
    {
        builder.Link<BillOpening, Bill>(nameof(BillOpening.BillId));
        builder.UniqueInCompany(nameof(BillOpening.BillId));
        builder.Property(o => o.Version).IsConcurrencyToken();
    }

    // As Identity's schema version 3 has it; said here, because the migrations are made without Identity's options.
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data, data => data.ToJson());
        builder.HasOne<DeskUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void OfLogin<T>(EntityTypeBuilder<T> builder, string userId)
        where T : class
    {
        builder.HasKey("Id");
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.HasOne<DeskUser>().WithMany().HasForeignKey(userId).OnDelete(DeleteBehavior.Cascade);
    }
}
