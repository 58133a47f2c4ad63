using PropertyDesk.Domain.Surveys;

namespace PropertyDesk.Application;

/// <summary>The words of surveys.</summary>
public static partial class Words
{
    public static string Of(SurveyState state) => state switch
    {
        SurveyState.Draft => Texts.Of("草稿"),
        SurveyState.Open => Texts.Of("进行中"),
        SurveyState.Closed => Texts.Of("已结束"),
        _ => state.ToString(),
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Single => Texts.Of("单选"),
        QuestionKind.Multiple => Texts.Of("多选"),
        QuestionKind.Score5 => Texts.Of("评分 1–5"),
        QuestionKind.Score10 => Texts.Of("推荐度 0–10"),
        QuestionKind.Text => Texts.Of("文字"),
        _ => kind.ToString(),
    };
}
