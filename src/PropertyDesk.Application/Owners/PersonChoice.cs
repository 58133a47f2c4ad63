using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

/// <summary>Somebody chosen on a form: a record of the archive, or a new one by name.</summary>
/// <param name="OwnerId">The record; null for somebody new.</param>
/// <param name="Name">Needed where there is no record.</param>
public sealed record PersonChoice(Guid? OwnerId, string? Name = null, string? Phone = null, OwnerKind Kind = OwnerKind.Person);
