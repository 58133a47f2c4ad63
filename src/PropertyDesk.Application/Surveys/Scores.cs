namespace PropertyDesk.Application.Surveys;

/// <summary>What people gave.</summary>
internal static class Scores
{
    /// <param name="places">Decimal places.</param>
    /// <returns>Null without a score.</returns>
    public static decimal? Mean(IReadOnlyCollection<int> scores, int places) =>
        scores.Count == 0 ? null : decimal.Round((decimal)scores.Sum() / scores.Count, places, MidpointRounding.AwayFromZero);
}
