namespace PropertyDesk.Application.Charges;

/// <summary>Whom an act on a tariff's assignments concerns.</summary>
/// <param name="Text">Start of a unit's short form, such as 3-1-.</param>
/// <param name="UnitId">Only those of a unit: a common meter is the subject of many.</param>
/// <param name="Except">Subjects left out (see <see cref="ChargedRow.SubjectId"/>).</param>
/// <param name="Only">Only these subjects; null for all that fit.</param>
public sealed record AssignmentChoice(Guid? BuildingId = null, string? Text = null, Guid? UnitId = null, IReadOnlyCollection<Guid>? Except = null, IReadOnlyCollection<Guid>? Only = null);

/// <summary>One thing that a tariff charges, or could charge.</summary>
/// <param name="Id">The assignment; none yet for what is missing.</param>
/// <param name="SubjectId">The unit, meter, parking use or common meter.</param>
/// <param name="Subject">Its number or name; empty for the unit itself.</param>
public sealed record ChargedRow(Guid? Id, Guid UnitId, Guid SubjectId, string Unit, string Subject, DateOnly? From, DateOnly? To);
