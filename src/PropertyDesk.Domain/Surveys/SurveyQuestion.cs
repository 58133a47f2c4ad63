namespace PropertyDesk.Domain.Surveys;

public enum QuestionKind
{
    /// <summary>单选</summary>
    Single,

    /// <summary>多选</summary>
    Multiple,

    /// <summary>评分 1–5</summary>
    Score5,

    /// <summary>推荐度 0–10</summary>
    Score10,

    /// <summary>文字</summary>
    Text,
}

/// <param name="Options">Of a choice: a line each.</param>
public sealed record QuestionPlan(QuestionKind Kind, string? Text, string? Options, bool IsRequired);

/// <summary>An answer to a question as it came in.</summary>
/// <param name="Choices">Places of the options from 0, or the score; empty where there is none.</param>
public sealed record GivenReply(Guid QuestionId, IReadOnlyList<int> Choices, string? Text);

/// <summary>A question of a survey.</summary>
public sealed class SurveyQuestion : CommunityOwned
{
    private const int MostOptions = 20;
    private const int LongestOption = 60;
    private const int LongestText = 1000;

    private SurveyQuestion()
    {
    }

    internal SurveyQuestion(Survey survey, int place, QuestionPlan plan)
        : base(survey)
    {
        (SurveyId, Place, Kind, IsRequired) = (survey.Id, place, plan.Kind, plan.IsRequired);
        Text = Require.Text(plan.Text, "问题", 200);
        Options = plan.Kind is QuestionKind.Single or QuestionKind.Multiple ? Clean(plan.Options) : "";
    }

    public Guid SurveyId { get; private set; }

    /// <summary>From 1; unique in the survey.</summary>
    public int Place { get; private set; }

    public QuestionKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>A line each; empty where nothing is chosen from.</summary>
    public string Options { get; private set; } = "";

    public bool IsRequired { get; private set; }

    public IReadOnlyList<string> Lines => Options.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lowest and highest value that can be chosen; null where words are asked for.</summary>
    public (int Low, int High)? Range => Kind switch
    {
        QuestionKind.Score5 => (1, 5),
        QuestionKind.Score10 => (0, 10),
        QuestionKind.Text => null,
        _ => (0, Lines.Count - 1),
    };

    public bool IsScore => Kind is QuestionKind.Score5 or QuestionKind.Score10;

    /// <summary>What is kept of a reply: a row for each value that was chosen, or one with the words.</summary>
    /// <exception cref="RuleViolation">It is missing, more than one, or nothing that can be chosen.</exception>
    internal IReadOnlyList<(int? Choice, string? Text)> Read(GivenReply? reply)
    {
        var words = Kind == QuestionKind.Text ? Require.OptionalText(reply?.Text, $"{Place}", LongestText) : null;
        var choices = Kind == QuestionKind.Text ? [] : reply?.Choices.Distinct().Order().ToList() ?? [];
        if (IsRequired && words is null && choices.Count == 0)
        {
            throw new RuleViolation("第 {0} 题“{1}”还没有回答。", [Place, Text]);
        }

        if ((Kind != QuestionKind.Multiple && choices.Count > 1) || choices.Exists(c => c < Range!.Value.Low || c > Range.Value.High))
        {
            throw new RuleViolation("第 {0} 题“{1}”的回答不在可选范围内。", [Place, Text]);
        }

        return words is not null ? [(null, words)] : choices.ConvertAll(c => ((int?)c, (string?)null));
    }

    private static string Clean(string? options)
    {
        var lines = (options ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.Count is >= 2 and <= MostOptions && lines.TrueForAll(l => l.Length <= LongestOption) && lines.Distinct(StringComparer.Ordinal).Count() == lines.Count
            ? string.Join('\n', lines)
            : throw new RuleViolation("选择题须有 2 到 {0} 个不同的选项，一行一个，每个最多 {1} 个字。", [MostOptions, LongestOption], "Questions");
    }
}
