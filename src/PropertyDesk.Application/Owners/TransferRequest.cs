namespace PropertyDesk.Application.Owners;

/// <summary>A change of owners.</summary>
/// <param name="On">First day of the new owners; the old ones' last day is the day before.</param>
/// <param name="HandedOverOn">The day of the handover where it happens with this sale; null otherwise.</param>
public sealed record TransferRequest(DateOnly On, IReadOnlyList<NewShare> Owners, string? Note = null, DateOnly? HandedOverOn = null);

/// <param name="Percent">Share in the unit in percent; null for all: equal shares.</param>
public sealed record NewShare(PersonChoice Person, decimal? Percent = null);
