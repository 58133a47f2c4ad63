using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Notices;

internal sealed class NoticesModel : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeVersion>, IEntityTypeConfiguration<NoticeEvent>,
    IEntityTypeConfiguration<NoticeFile>, IEntityTypeConfiguration<NoticeRecipient>, IEntityTypeConfiguration<NoticeRead>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Children<Notice, NoticeVersion>(n => n.Versions, null, nameof(NoticeVersion.NoticeId));
        builder.Children<Notice, NoticeEvent>(n => n.Events, null, nameof(NoticeEvent.NoticeId));
        builder.Children<Notice, NoticeFile>(n => n.Files, null, nameof(NoticeFile.NoticeId));
        builder.HasIndex(n => new { n.CompanyId, n.State, n.PublishAt });
        builder.HasIndex(n => new { n.CompanyId, n.CommunityId, n.State });
        builder.Property(n => n.Terms).HasMaxLength(Audience.LongestTerms);
        builder.Property(n => n.Stamp).IsConcurrencyToken();
        builder.Ignore(n => n.Audience);
        builder.Ignore(n => n.Current);
    }

    public void Configure(EntityTypeBuilder<NoticeVersion> builder)
    {
        builder.UniqueInCompany(nameof(NoticeVersion.NoticeId), nameof(NoticeVersion.Number));
        builder.Property(v => v.Body).HasMaxLength(NoticeText.LongestBody);
        builder.Property(v => v.Expect).HasMaxLength(NoticeText.LongestExpect);
        builder.Ignore(v => v.Text);
    }

    public void Configure(EntityTypeBuilder<NoticeEvent> builder) => builder.HasIndex(e => new { e.CompanyId, e.NoticeId, e.At });

    public void Configure(EntityTypeBuilder<NoticeFile> builder)
    {
        builder.Link<NoticeFile, StoredFile>(f => f.File, nameof(NoticeFile.FileId));
        builder.UniqueInCompany(nameof(NoticeFile.NoticeId), nameof(NoticeFile.Position));
    }

    public void Configure(EntityTypeBuilder<NoticeRecipient> builder)
    {
        builder.Link<NoticeRecipient, Notice>(r => r.Notice, nameof(NoticeRecipient.NoticeId));
        builder.Link<NoticeRecipient, Owner>(r => r.Owner, nameof(NoticeRecipient.OwnerId));
        builder.Link<NoticeRecipient, Delivery>(r => r.Delivery, nameof(NoticeRecipient.DeliveryId));
        builder.UniqueInCompany(nameof(NoticeRecipient.NoticeId), nameof(NoticeRecipient.OwnerId), nameof(NoticeRecipient.Version));
        builder.HasIndex(r => new { r.CompanyId, r.OwnerId });
    }

    public void Configure(EntityTypeBuilder<NoticeRead> builder)
    {
        builder.Link<NoticeRead, Notice>(nameof(NoticeRead.NoticeId));
        builder.Link<NoticeRead, Owner>(nameof(NoticeRead.OwnerId));
        builder.UniqueInCompany(nameof(NoticeRead.NoticeId), nameof(NoticeRead.OwnerId), nameof(NoticeRead.Version));
    }
}
