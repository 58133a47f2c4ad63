using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>What one assignment comes to in a month: a line with the days that it covers, or the reason why there is none.</summary>
/// <param name="Quantity">Metered use that counts in the month's calendar year, for the yearly tiers of the months that follow.</param>
internal sealed record ChargeResult(CalculatedLine? Line, IReadOnlyList<DayRange> Days, decimal? Quantity = null, OmissionReason? Reason = null)
{
    /// <summary>Nothing is charged in this month, and nothing is missing: the quarter is billed in another month, the unit is exempt.</summary>
    public static readonly ChargeResult NotDue = new(null, []);

    public bool IsDue => Line is not null || Reason is not null;

    public static ChargeResult None(OmissionReason reason) => new(null, [], null, reason);
}
