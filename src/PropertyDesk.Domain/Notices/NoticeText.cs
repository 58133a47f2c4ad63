namespace PropertyDesk.Domain.Notices;

/// <summary>What a notice says.</summary>
/// <param name="Summary">One or two sentences for the list and for messages.</param>
/// <param name="Body">Markdown; it becomes safe HTML only where it is shown.</param>
/// <param name="From">When what it tells of begins.</param>
/// <param name="Until">When it is over; null where nobody knows.</param>
/// <param name="Expect">Of an outage: what it means for the people, and what to do.</param>
public sealed record NoticeText(string? Title, string? Summary, string? Body, DateTimeOffset? From, DateTimeOffset? Until, string? Expect)
{
    public const int LongestTitle = 60;
    public const int LongestSummary = 150;
    public const int LongestBody = 8000;
    public const int LongestExpect = 300;

    /// <summary>Trimmed, and complete for its kind.</summary>
    /// <exception cref="RuleViolation">Something is missing, too long, or ends before it begins; the field is named.</exception>
    public NoticeText Checked(NoticeKind kind)
    {
        if (kind is NoticeKind.Outage or NoticeKind.Event && From is null)
        {
            throw new RuleViolation("请填写开始时间。", field: "Input.From");
        }

        if (Until is not null && (From is null || Until <= From))
        {
            throw new RuleViolation("结束时间须晚于开始时间。", field: "Input.Until");
        }

        return new NoticeText(
            Require.Text(Title, "标题", LongestTitle), Require.Text(Summary, "摘要", LongestSummary), Require.Text(Body, "正文", LongestBody), From, Until,
            kind == NoticeKind.Outage ? Require.Text(Expect, "影响和注意事项", LongestExpect) : Require.OptionalText(Expect, "影响和注意事项", LongestExpect));
    }
}

/// <summary>What a draft is made of, beside its text.</summary>
/// <param name="IsUrgent">Goes by SMS at once, at night too, to whoever has a mobile and has not refused.</param>
/// <param name="IsPublic">Also on the community's public page.</param>
/// <param name="ExpiresOn">Last day on which it holds; null where it stays.</param>
public sealed record NoticePlan(NoticeKind Kind, NoticeText Text, Audiences.Audience Audience, bool IsUrgent, bool IsPublic, DateOnly? ExpiresOn);
