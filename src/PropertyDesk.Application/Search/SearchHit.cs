using PropertyDesk.Application.Archive;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Search;

/// <summary>Someone that the search found.</summary>
/// <param name="Units">Short forms of the units owned or rented today, or once owned if none is left.</param>
/// <param name="By">What matched, such as a plate or a bill number; empty for the name itself.</param>
/// <param name="Tags">Of today; sensitive ones are only counted.</param>
/// <param name="Flags">What the desk should know before it says a word.</param>
/// <param name="BillId">The bill whose number or code was asked for; null for every other match.</param>
/// <param name="PaymentId">The payment whose receipt was asked for by number or code; null for every other match.</param>
/// <param name="Unit">The flat that was asked for; null where the text is no flat, or means several of this owner's.</param>
public sealed record SearchHit(Guid OwnerId, string Name, string Phone, string Community, string Units, string By, Money Outstanding, IReadOnlyList<DeskFlag> Flags, Guid? BillId, Guid? PaymentId, TagChips Tags, string? Unit);
