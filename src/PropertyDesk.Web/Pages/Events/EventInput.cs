using System.ComponentModel.DataAnnotations;
using PropertyDesk.Application;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Web.Pages.Events;

/// <summary>The fields of an event; times as people of the company write them.</summary>
public sealed class EventInput
{
    public Guid RequestId { get; set; }

    [StringLength(NoticeText.LongestTitle)]
    public string? Title { get; set; }

    [StringLength(NoticeText.LongestSummary)]
    public string? Summary { get; set; }

    [StringLength(EventPlan.LongestBody)]
    public string? Body { get; set; }

    [StringLength(EventPlan.LongestPlace)]
    public string? Place { get; set; }

    public DateTime? From { get; set; }

    public DateTime? Until { get; set; }

    public DateTime? SignUpUntil { get; set; }

    public int Places { get; set; } = 30;

    public int PerHousehold { get; set; } = 3;

    internal EventPlan Plan(CurrentCompany current, Audience audience) => new(
        Title, Summary, Body?.ReplaceLineEndings("\n"), Place, At(current, From), At(current, Until), At(current, SignUpUntil), Places, PerHousehold, audience);

    internal static EventInput Of(CommunityEvent of, TimeZoneInfo zone) => new()
    {
        Title = of.Title,
        Summary = of.Summary,
        Body = of.Body,
        Place = of.Place,
        From = TimeZoneInfo.ConvertTime(of.From, zone).DateTime,
        Until = TimeZoneInfo.ConvertTime(of.Until, zone).DateTime,
        SignUpUntil = TimeZoneInfo.ConvertTime(of.SignUpUntil, zone).DateTime,
        Places = of.Places,
        PerHousehold = of.PerHousehold,
    };

    private static DateTimeOffset? At(CurrentCompany current, DateTime? local) => local is { } known ? current.InstantOf(known) : null;
}
