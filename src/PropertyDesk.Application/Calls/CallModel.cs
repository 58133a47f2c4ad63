using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Calls;

internal sealed class CallModel : IEntityTypeConfiguration<CallTopic>, IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleVersion>, IEntityTypeConfiguration<Call>,
    IEntityTypeConfiguration<CallReturn>
{
    private const int LongText = 1000;

    public void Configure(EntityTypeBuilder<CallTopic> builder) => builder.UniqueInCompany(nameof(CallTopic.Name));

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Link<Article, CallTopic>(a => a.Topic, nameof(Article.TopicId));
        builder.UniqueInCompany(nameof(Article.RequestId));
        builder.HasIndex(a => new { a.CompanyId, a.IsArchived, a.Title });
        builder.Property(a => a.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.Link<ArticleVersion, Article>(v => v.Article, nameof(ArticleVersion.ArticleId));
        builder.UniqueInCompany(nameof(ArticleVersion.ArticleId), nameof(ArticleVersion.Number));
        builder.Property(v => v.Body).HasMaxLength(ArticleVersion.LongestBody);
    }

    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Link<Call, Owner>(c => c.Owner, nameof(Call.OwnerId));
        builder.Link<Call, Unit>(c => c.Unit, nameof(Call.UnitId));
        builder.Link<Call, CallTopic>(c => c.Topic, nameof(Call.TopicId));
        builder.Link<Call, ArticleVersion>(c => c.Read, nameof(Call.ReadId));
        builder.Link<Call, Ticket>(c => c.Ticket, nameof(Call.TicketId));
        builder.UniqueInCompany(nameof(Call.RequestId));
        builder.HasIndex(c => new { c.CompanyId, c.At });
        builder.HasIndex(c => new { c.CompanyId, c.State, c.CallBackBy });
        builder.HasIndex(c => new { c.CompanyId, c.OwnerId, c.At });
        builder.HasIndex(c => new { c.CompanyId, c.Phone });
        builder.Property(c => c.Question).HasMaxLength(LongText);
        builder.Property(c => c.Answer).HasMaxLength(LongText);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<CallReturn> builder)
    {
        builder.Link<CallReturn, Call>(r => r.Call, nameof(CallReturn.CallId));
        builder.UniqueInCompany(nameof(CallReturn.CallId), nameof(CallReturn.Number));
        builder.HasIndex(r => new { r.CompanyId, r.At });
        builder.Property(r => r.Said).HasMaxLength(CallReturn.LongestSaid);
    }
}
