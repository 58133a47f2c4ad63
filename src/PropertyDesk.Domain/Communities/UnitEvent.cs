namespace PropertyDesk.Domain.Communities;

/// <summary>
/// That somebody recorded, changed or took back a dated fact about a unit. Written once, never changed: the facts
/// themselves stand in their own rows, this is who did it, when, and why.
/// </summary>
public sealed class UnitEvent : CommunityOwned
{
    private UnitEvent()
    {
    }

    /// <param name="on">The day from which the fact holds; not the day on which it was recorded.</param>
    /// <param name="detail">Names and figures only, so that it reads the same in both languages.</param>
    /// <param name="note">The reason in the words of whoever recorded it.</param>
    public UnitEvent(Unit unit, UnitEventKind kind, DateOnly on, string detail, string? note, string by, DateTimeOffset now)
        : base(unit)
    {
        (UnitId, Unit, Kind, On) = (unit.Id, unit, kind, on);
        Detail = detail.Length <= 400 ? detail : detail[..400];
        Note = Require.OptionalText(note, "原因", 200);
        (RecordedBy, RecordedAt) = (by, now);
        unit.Touch();
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public UnitEventKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Detail { get; private set; } = "";

    public string? Note { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }
}
