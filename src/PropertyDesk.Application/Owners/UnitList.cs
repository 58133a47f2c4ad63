namespace PropertyDesk.Application.Owners;

/// <summary>An owner's units in one line: those of today, or where none is left those of before.</summary>
internal static class UnitList
{
    private const int Shown = 4;

    public static string Of(IEnumerable<(string Code, DateOnly? To)> units, DateOnly today)
    {
        var all = units.ToList();
        var current = all.Where(u => u.To is null || u.To >= today).Select(u => u.Code).Distinct(StringComparer.Ordinal).ToList();
        return current.Count switch
        {
            0 when all.Count == 0 => "",
            0 => Texts.Of("{0}（已转出）", all[^1].Code),
            > Shown => Texts.Of("{0} 等 {1} 户", string.Join(", ", current.Take(Shown)), current.Count),
            _ => string.Join(", ", current),
        };
    }
}
