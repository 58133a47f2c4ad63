using PropertyDesk.Application.Search;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Communities;

/// <summary>The rooms of a block of units as they are typed: floors and the rooms of a floor, or the numbers themselves.</summary>
internal static class RoomNumbers
{
    private const int Most = 500;
    private static readonly char[] Separators = [',', '，', '、', ' ', ';', '；'];

    /// <summary>Each number with its area, floor by floor.</summary>
    /// <param name="rooms">The end of the number on each floor, such as 01, 02; without floors the whole number.</param>
    /// <param name="areas">One area for all, or one for each room of a floor, in m².</param>
    /// <exception cref="RuleViolation">No room is named, a figure cannot be read, or it is too much at once.</exception>
    public static IReadOnlyList<(string Number, decimal Area)> Of(int? floorFrom, int? floorTo, string rooms, string areas)
    {
        var ends = Parts(rooms);
        var sizes = Parts(areas).ConvertAll(Area);
        if (ends.Count == 0)
        {
            throw new RuleViolation("请填写房号。", field: "Rooms");
        }

        if (sizes.Count != 1 && sizes.Count != ends.Count)
        {
            throw new RuleViolation("面积填一个，或和房号一样多（{0} 个）。", [ends.Count], "Areas");
        }

        var floors = Floors(floorFrom, floorTo);
        return ends.Count * floors.Count > Most
            ? throw new RuleViolation("一次最多建 {0} 户。", [Most], "Rooms")
            : [.. floors.SelectMany(floor => ends.Select((end, i) => (floor + end, sizes[sizes.Count == 1 ? 0 : i])))];
    }

    private static List<string> Floors(int? from, int? to) => (from, to) switch
    {
        (null, null) => [""],
        ({ } first, null) => [Number(first)],
        ({ } first, { } last) when last >= first && last - first < Most => [.. Enumerable.Range(first, last - first + 1).Select(Number)],
        _ => throw new RuleViolation("请从低到高填写楼层。", field: "FloorTo"),
    };

    private static List<string> Parts(string text) => [.. UnitText.Plain(text).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static decimal Area(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var area)
            ? area
            : throw new RuleViolation("“{0}”不是面积。", [text], "Areas");

    private static string Number(int floor) => floor.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
