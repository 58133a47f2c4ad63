using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Tickets;

/// <summary>What is told when a ticket is opened.</summary>
/// <param name="Place">In words; needed where there is no unit.</param>
/// <param name="Contact">Who can be called, where it is not the owner; a name and a number.</param>
public sealed record TicketFacts(Owner? Owner, Unit? Unit, Asset? Asset, string? Place, string? Contact, Urgency Urgency, TicketSource Source, string? What);

/// <summary>To whom a ticket goes: a person, or a department whose people take it.</summary>
/// <param name="Name">Of both, as the history shows it.</param>
public sealed record TicketWhom(Guid? DepartmentId, Guid? WorkerId, string Name);
