using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Incidents;

/// <summary>
/// Where a mass failure is: a whole community, a house, one entrance (单元) of it, or one riser (立管), which is the flats
/// above each other, whose numbers end alike: 1801, 1701 and 101 stand at riser 01.
/// </summary>
/// <param name="Building">Null: all of the community.</param>
/// <param name="Entrance">Empty: all of the house.</param>
/// <param name="Riser">The end of the flats' numbers; empty: all of them.</param>
public sealed record IncidentPlace(Building? Building, string Entrance = "", string Riser = "")
{
    /// <summary>Characters of a number that tell flats of one floor apart.</summary>
    public const int RiserLength = 2;

    /// <summary>At which riser a flat stands; empty where its number does not tell, as of a shop "12".</summary>
    public static string RiserOf(string number) => number.Length > RiserLength ? number[^RiserLength..] : "";

    /// <summary>The narrowest place that holds all the flats, which are of one house.</summary>
    /// <param name="units">With their house.</param>
    public static IncidentPlace Around(IReadOnlyCollection<Unit> units)
    {
        var entrances = units.Select(u => u.Entrance).Distinct().ToList();
        var risers = units.Select(u => RiserOf(u.Number)).Distinct().ToList();
        var isEntrance = entrances.Count == 1;
        return new IncidentPlace(units.First().Building, isEntrance ? entrances[0] : "", isEntrance && risers.Count == 1 ? risers[0] : "");
    }

    /// <exception cref="RuleViolation">A riser is of no house, or not of two characters.</exception>
    internal IncidentPlace Checked()
    {
        var (entrance, riser) = (Entrance.Trim(), Riser.Trim());
        if (Building is null && (entrance.Length > 0 || riser.Length > 0))
        {
            throw new RuleViolation("请先选择楼栋，再写单元或立管。", field: "BuildingId");
        }

        return riser.Length is 0 or RiserLength
            ? this with { Entrance = entrance, Riser = riser }
            : throw new RuleViolation("立管写房号的后两位，如 01。", field: "Riser");
    }
}
