using System.Globalization;
using PropertyDesk.Application.Documents;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Application.Rounds;

/// <summary>The sheet that is taken along on a round, to tick where there is no phone: a section for each building.</summary>
public static class RoundSheet
{
    private const string Box = "□";

    public static PrintDocument Of(Letterhead letterhead, RoundDetails round, string? building) => new(
        letterhead.Info(round.Title), PageFormat.A4,
        round.Stops.Where(s => building is null || s.Building == building).GroupBy(s => s.Building, StringComparer.Ordinal).Select(g => Section(letterhead, round, g.Key, [.. g])));

    private static PrintSection Section(Letterhead letterhead, RoundDetails round, string building, List<StopRow> stops) => new(
        [
            new Paragraph(Texts.Of("送达签收单"), new TextStyle(16, Bold: true, LineHeight: 1.6f)),
            new Paragraph($"{round.Community} · {building} · {round.Title} · {round.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", new TextStyle(10, Ink: Ink.Text)),
            new Space(6),
            new Table(
                [
                    new("#", 0.6f, TextAlign.Centre), new(Texts.Of("房号"), 1.8f), new(Texts.Of("业主"), 1.6f), new(Texts.Of("份数"), 0.8f, TextAlign.Centre),
                    new(Words.Of(StopState.Delivered), 1.2f, TextAlign.Centre), new(Words.Of(StopState.NobodyHome), 1.2f, TextAlign.Centre), new(Words.Of(StopState.Refused), 1, TextAlign.Centre), new(Texts.Of("签收或说明"), 3),
                ],
                [.. stops.Select(s => (IReadOnlyList<string>)[$"{s.Place}", s.Unit, s.Owner, $"{s.Papers}", Box, Box, Box, ""])],
                [["", Texts.Of("共 {0} 户", stops.Count), "", $"{stops.Sum(s => s.Papers)}", "", "", "", Texts.Of("送达人：")]],
                Size: 10),
        ],
        letterhead.Footer($"{round.Community} · {building}"), new Bookmark(building));
}
