using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Domain.Events;

/// <summary>How an event stands.</summary>
public enum EventState
{
    /// <summary>草稿: nobody but the desk sees it.</summary>
    Draft,

    /// <summary>已发布: those it is meant for may sign up, until its time for that is over.</summary>
    Published,

    /// <summary>已取消: does not take place.</summary>
    Cancelled,
}

/// <summary>How the sign-up of a household stands.</summary>
public enum SignUpState
{
    /// <summary>已报名: has its places.</summary>
    Confirmed,

    /// <summary>候补: moves up when enough places are free.</summary>
    Waiting,

    /// <summary>已取消</summary>
    Cancelled,
}

/// <summary>What an event is made of.</summary>
/// <param name="Summary">One or two sentences for lists and messages.</param>
/// <param name="Body">Markdown, as notices have it.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="SignUpUntil">Last instant at which households can sign up; null: until it begins.</param>
/// <param name="Places">How many people can come.</param>
/// <param name="PerHousehold">How many of one household.</param>
/// <param name="Audience">Who may come.</param>
public sealed record EventPlan(
    string? Title, string? Summary, string? Body, string? Place, DateTimeOffset? From, DateTimeOffset? Until, DateTimeOffset? SignUpUntil, int Places, int PerHousehold, Audience Audience)
{
    public const int MostPlaces = 5_000;
    public const int MostPerHousehold = 50;
    public const int LongestPlace = 80;

    /// <summary>Of the description: the notice of the event says a little more.</summary>
    public const int LongestBody = NoticeText.LongestBody - 500;

    /// <summary>Trimmed and complete.</summary>
    /// <exception cref="RuleViolation">Something is missing, or contradicts itself; the field is named.</exception>
    internal EventPlan Checked()
    {
        if (From is not { } from || Until is not { } until)
        {
            throw new RuleViolation("请填写开始和结束时间。", field: "Input.From");
        }

        if (until <= from)
        {
            throw new RuleViolation("结束时间须晚于开始时间。", field: "Input.Until");
        }

        if (SignUpUntil > from)
        {
            throw new RuleViolation("报名截止时间不能晚于开始时间。", field: "Input.SignUpUntil");
        }

        if (Places is < 1 or > MostPlaces)
        {
            throw new RuleViolation("名额须在 1 到 {0} 之间。", [MostPlaces], "Input.Places");
        }

        if (PerHousehold is < 1 or > MostPerHousehold || PerHousehold > Places)
        {
            throw new RuleViolation("每户人数须在 1 到 {0} 之间。", [Math.Min(MostPerHousehold, Places)], "Input.PerHousehold");
        }

        return this with
        {
            Title = Require.Text(Title, "标题", NoticeText.LongestTitle),
            Summary = Require.Text(Summary, "摘要", NoticeText.LongestSummary),
            Body = Require.Text(Body, "正文", LongestBody),
            Place = Require.Text(Place, "活动地点", LongestPlace),
            SignUpUntil = SignUpUntil ?? from,
            Audience = Audience.Checked(),
        };
    }
}
