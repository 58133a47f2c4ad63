using PropertyDesk.Application.Documents;

namespace PropertyDesk.Application.Patrols;

/// <summary>What of the routes goes on paper.</summary>
public static class PatrolPrints
{
    /// <summary>Labels of stops to stick on where they are.</summary>
    /// <param name="link">The address that a label's code opens.</param>
    public static PrintDocument Labels(Letterhead letterhead, IReadOnlyList<LabelRow> stops, Func<Guid, string> link) => LabelSheet.Of(
        letterhead, Texts.Of("巡查点标签"), [.. stops.Select(s => new PrintLabel(link(s.Id), Texts.Of("第 {0} 站", s.Position), s.Where, $"{s.Community} {s.Route}"))]);
}
