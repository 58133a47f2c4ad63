using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Which machines are looked for.</summary>
/// <param name="Text">A part of the name, place, maker, model, serial number, or the number.</param>
/// <param name="Only">This one alone.</param>
public sealed record AssetFilter(Guid? Community = null, AssetKind? Kind = null, AssetState? State = null, string? Text = null, Guid? Only = null);

/// <summary>A machine in a list.</summary>
/// <param name="NextDue">The earliest task that waits.</param>
/// <param name="OpenFailures">Failures that are not repaired.</param>
public sealed record AssetRow(
    Guid Id, int Number, AssetKind Kind, string Name, string Community, string? Building, string? Place, AssetState State, string? Maker, string? Model, string? SerialNumber,
    DateOnly? InstalledOn, DateOnly? WarrantyUntil, DateOnly? InspectedUntil, DateOnly? NextDue, int OpenFailures);

/// <summary>What needs a look today.</summary>
/// <param name="Inspections">Machines whose inspection by law ends within thirty days, or has ended.</param>
public sealed record EquipmentFigures(int InService, int Overdue, int DueSoon, int OpenFailures, int Inspections);

/// <summary>A plan of a machine.</summary>
public sealed record PlanRow(Guid Id, string Name, PlanRhythm Rhythm, int Every, DateOnly? NextOn, long? NextCount, int LeadDays, IReadOnlyList<string> Lines, DateOnly? EndedOn, string By);

/// <summary>A task in a list.</summary>
public sealed record TaskRow(Guid Id, Guid AssetId, int AssetNumber, string Asset, AssetKind Kind, string Community, string? Building, string? Place, string Name, DateOnly DueOn, MaintenanceState State, string? By, DateTimeOffset? At, int Faults);

/// <summary>A line of a task.</summary>
public sealed record CheckRow(int Line, string Text, CheckOutcome? Outcome, string? Note);

/// <summary>A task with its lines.</summary>
public sealed record TaskDetails(TaskRow Task, string? Note, Guid? FileId, IReadOnlyList<CheckRow> Checks);

/// <summary>A failure in a list.</summary>
public sealed record FailureRow(
    Guid Id, Guid AssetId, FailureKind Kind, string What, bool Stops, DateTimeOffset Since, string By, DateTimeOffset? RepairedAt, string? RepairedBy, string? Repair, Money Cost);

/// <summary>A machine with its history.</summary>
public sealed record AssetDetails(
    Asset Asset, string Community, IReadOnlyList<PlanRow> Plans, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<FailureRow> Failures, IReadOnlyList<AssetCount> Counts, Reliability Year);

/// <summary>How often what kind of machine failed in a time, and how.</summary>
public sealed record FailureFigure(AssetKind Machine, FailureKind Failure, int Count, Money Cost);

/// <summary>What the failures of one machine in a time say about it.</summary>
public sealed record MachineFigure(Guid AssetId, int Number, string Name, AssetKind Kind, string Community, Reliability Reliability, Money Cost);

/// <summary>A machine that failed again and again in the same way: preventive work is worth a thought.</summary>
public sealed record Suggestion(Guid AssetId, int Number, string Name, FailureKind Failure, int Count);

/// <summary>The failures of a time.</summary>
public sealed record FailureFigures(DateOnly From, DateOnly To, IReadOnlyList<FailureFigure> ByKind, IReadOnlyList<MachineFigure> ByMachine, IReadOnlyList<Suggestion> Suggestions);
