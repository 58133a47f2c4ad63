using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Events;

internal sealed class EventsModel : IEntityTypeConfiguration<CommunityEvent>, IEntityTypeConfiguration<EventSignUp>, IEntityTypeConfiguration<EventCheckIn>, IEntityTypeConfiguration<EventPhoto>
{
    public void Configure(EntityTypeBuilder<CommunityEvent> builder)
    {
        builder.Link<CommunityEvent, Notice>(e => e.Notice, nameof(CommunityEvent.NoticeId));
        builder.UniqueInCompany(nameof(CommunityEvent.RequestId));
        builder.HasIndex(e => new { e.CompanyId, e.CommunityId, e.From });
        builder.Property(e => e.Body).HasMaxLength(EventPlan.LongestBody);
        builder.Property(e => e.Terms).HasMaxLength(Audience.LongestTerms);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.Audience);
        builder.Ignore(e => e.Free);
        builder.ToTable(t => t.HasCheckConstraint("CK_CommunityEvents_Taken", "\"Taken\" >= 0 AND \"Taken\" <= \"Places\""));
    }

    public void Configure(EntityTypeBuilder<EventSignUp> builder)
    {
        builder.Link<EventSignUp, CommunityEvent>(s => s.Event, nameof(EventSignUp.EventId));
        builder.Link<EventSignUp, Owner>(s => s.Owner, nameof(EventSignUp.OwnerId));
        builder.UniqueInCompany(nameof(EventSignUp.RequestId));
        builder.UniqueInCompany(nameof(EventSignUp.EventId), nameof(EventSignUp.OwnerId));
        builder.UniqueInCompany(nameof(EventSignUp.EventId), nameof(EventSignUp.Number));
        builder.UniqueInCompany(nameof(EventSignUp.EventId), nameof(EventSignUp.Code));
        builder.HasIndex(s => new { s.CompanyId, s.OwnerId });
        builder.Property(s => s.Code).HasMaxLength(EventSignUp.CodeLength);
        builder.Property(s => s.Words).HasMaxLength(EventSignUp.LongestWords);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.ToTable(t => t.HasCheckConstraint("CK_EventSignUps_People", "\"People\" > 0"));
    }

    public void Configure(EntityTypeBuilder<EventCheckIn> builder)
    {
        builder.Link<EventCheckIn, CommunityEvent>(nameof(EventCheckIn.EventId));
        builder.Link<EventCheckIn, EventSignUp>(c => c.SignUp, nameof(EventCheckIn.SignUpId));
        builder.UniqueInCompany(nameof(EventCheckIn.RequestId));
        builder.UniqueInCompany(nameof(EventCheckIn.SignUpId));
        builder.HasIndex(c => new { c.CompanyId, c.EventId });
    }

    public void Configure(EntityTypeBuilder<EventPhoto> builder)
    {
        builder.Link<EventPhoto, CommunityEvent>(nameof(EventPhoto.EventId));
        builder.Link<EventPhoto, StoredFile>(p => p.File, nameof(EventPhoto.FileId));
        builder.UniqueInCompany(nameof(EventPhoto.EventId), nameof(EventPhoto.Sha256));
        builder.Property(p => p.Sha256).HasMaxLength(64);
    }
}
