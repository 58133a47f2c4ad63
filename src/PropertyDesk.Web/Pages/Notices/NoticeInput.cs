using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Web.Pages.Notices;

/// <summary>The fields of a notice; times as people of the company write them.</summary>
public sealed class NoticeInput
{
    public NoticeKind Kind { get; set; } = NoticeKind.General;

    [StringLength(NoticeText.LongestTitle)]
    public string? Title { get; set; }

    [StringLength(NoticeText.LongestSummary)]
    public string? Summary { get; set; }

    [StringLength(NoticeText.LongestBody)]
    public string? Body { get; set; }

    public DateTime? From { get; set; }

    public DateTime? Until { get; set; }

    [StringLength(NoticeText.LongestExpect)]
    public string? Expect { get; set; }

    public bool IsUrgent { get; set; }

    public bool IsPublic { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    internal NoticeText Text(CurrentCompany current) => new(
        Title, Summary, Body?.ReplaceLineEndings("\n"), From is { } from ? current.InstantOf(from) : null, Until is { } until ? current.InstantOf(until) : null, Expect);

    internal NoticePlan Plan(CurrentCompany current, Audience audience) => new(Kind, Text(current), audience, IsUrgent, IsPublic, ExpiresOn);

    internal static NoticeInput Of(Notice notice, TimeZoneInfo zone)
    {
        var text = notice.Current.Text;
        return new()
        {
            Kind = notice.Kind,
            Title = text.Title,
            Summary = text.Summary,
            Body = text.Body,
            From = Local(text.From, zone),
            Until = Local(text.Until, zone),
            Expect = text.Expect,
            IsUrgent = notice.IsUrgent,
            IsPublic = notice.IsPublic,
            ExpiresOn = notice.ExpiresOn,
        };
    }

    private static DateTime? Local(DateTimeOffset? time, TimeZoneInfo zone) => time is { } known ? TimeZoneInfo.ConvertTime(known, zone).DateTime : null;
}
