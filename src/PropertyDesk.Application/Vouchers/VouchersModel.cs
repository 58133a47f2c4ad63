using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

internal sealed class VouchersModel : IEntityTypeConfiguration<AccountSubject>, IEntityTypeConfiguration<ItemSubject>, IEntityTypeConfiguration<CommunityAuxiliary>,
    IEntityTypeConfiguration<VoucherRule>, IEntityTypeConfiguration<VoucherExport>, IEntityTypeConfiguration<VoucherFile>
{
    public void Configure(EntityTypeBuilder<AccountSubject> builder) => builder.UniqueInCompany(nameof(AccountSubject.Account));

    public void Configure(EntityTypeBuilder<ItemSubject> builder)
    {
        builder.Link<ItemSubject, ChargeItem>(nameof(ItemSubject.ChargeItemId));
        builder.UniqueInCompany(nameof(ItemSubject.ChargeItemId));
    }

    public void Configure(EntityTypeBuilder<CommunityAuxiliary> builder) => builder.UniqueInCompany(nameof(CommunityAuxiliary.CommunityId));

    public void Configure(EntityTypeBuilder<VoucherRule> builder) => builder.UniqueInCompany(nameof(VoucherRule.Kind));

    public void Configure(EntityTypeBuilder<VoucherExport> builder)
    {
        builder.Link<VoucherExport, Community>(nameof(VoucherExport.CommunityId));
        builder.UniqueInCompany(nameof(VoucherExport.Month), nameof(VoucherExport.Scope), nameof(VoucherExport.Number));
        builder.Children(e => e.Files, f => f.Export, nameof(VoucherFile.ExportId));
        builder.Property(e => e.Scope).HasMaxLength(32);
        builder.Property(e => e.ContentHash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<VoucherFile> builder)
    {
        builder.UniqueInCompany(nameof(VoucherFile.ExportId), nameof(VoucherFile.Format));
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}
