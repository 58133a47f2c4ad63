using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application.Surveys;

internal sealed class SurveysModel : IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<SurveyQuestion>, IEntityTypeConfiguration<SurveyInvitation>,
    IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<SurveyReply>, IEntityTypeConfiguration<SurveyFollowUp>
{
    private const int LongText = 1000;

    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.Children<Survey, SurveyQuestion>(s => s.Questions, null, nameof(SurveyQuestion.SurveyId));
        builder.Property(s => s.Intro).HasMaxLength(LongText);
        builder.Property(s => s.Terms).HasMaxLength(Audience.LongestTerms);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.CompanyId, s.State });
        builder.Ignore(s => s.Audience);
    }

    public void Configure(EntityTypeBuilder<SurveyQuestion> builder)
    {
        builder.HasIndex(q => new { q.CompanyId, q.SurveyId, q.Place });
        builder.Property(q => q.Options).HasMaxLength(2000);
        builder.Ignore(q => q.Lines);
        builder.Ignore(q => q.Range);
        builder.Ignore(q => q.IsScore);
    }

    public void Configure(EntityTypeBuilder<SurveyInvitation> builder)
    {
        builder.Link<SurveyInvitation, Survey>(i => i.Survey, nameof(SurveyInvitation.SurveyId));
        builder.Link<SurveyInvitation, Owner>(i => i.Owner, nameof(SurveyInvitation.OwnerId));
        builder.Link<SurveyInvitation, Delivery>(i => i.Delivery, nameof(SurveyInvitation.DeliveryId));
        builder.UniqueInCompany(nameof(SurveyInvitation.SurveyId), nameof(SurveyInvitation.OwnerId), nameof(SurveyInvitation.Occasion));
        builder.HasIndex(i => new { i.CompanyId, i.OwnerId });
        builder.Property(i => i.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.Link<SurveyAnswer, Survey>(nameof(SurveyAnswer.SurveyId));
        builder.Link<SurveyAnswer, SurveyInvitation>(nameof(SurveyAnswer.InvitationId));
        builder.Link<SurveyAnswer, Owner>(a => a.Owner, nameof(SurveyAnswer.OwnerId));
        builder.Children<SurveyAnswer, SurveyReply>(a => a.Replies, null, nameof(SurveyReply.AnswerId));
        builder.UniqueInCompany(nameof(SurveyAnswer.InvitationId));
        builder.HasIndex(a => new { a.CompanyId, a.SurveyId });
    }

    public void Configure(EntityTypeBuilder<SurveyReply> builder)
    {
        builder.Link<SurveyReply, SurveyQuestion>(nameof(SurveyReply.QuestionId));
        builder.UniqueInCompany(nameof(SurveyReply.AnswerId), nameof(SurveyReply.QuestionId), nameof(SurveyReply.Choice));
        builder.Property(r => r.Text).HasMaxLength(LongText);
    }

    public void Configure(EntityTypeBuilder<SurveyFollowUp> builder)
    {
        builder.Link<SurveyFollowUp, Survey>(f => f.Survey, nameof(SurveyFollowUp.SurveyId));
        builder.Link<SurveyFollowUp, SurveyAnswer>(nameof(SurveyFollowUp.AnswerId));
        builder.Link<SurveyFollowUp, Owner>(f => f.Owner, nameof(SurveyFollowUp.OwnerId));
        builder.UniqueInCompany(nameof(SurveyFollowUp.AnswerId));
        builder.Property(f => f.Outcome).HasMaxLength(LongText);
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
