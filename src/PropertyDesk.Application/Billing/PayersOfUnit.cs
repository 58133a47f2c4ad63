using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

/// <summary>Who pays for a unit in a month, charge by charge; most charges share one answer.</summary>
internal sealed class PayersOfUnit
{
    private readonly Unit _unit;
    private readonly DayRange _month;
    private readonly IReadOnlyList<Ownership> _ownerships;
    private readonly IReadOnlyList<Lease> _leases;
    private readonly Guid? _developer;
    private readonly IReadOnlyList<PayerStretch> _owners;

    public PayersOfUnit(Unit unit, BillingMonth month, RunInputs inputs)
    {
        (_unit, _month) = (unit, DayRange.Of(month));
        (_ownerships, _leases, _developer) = ([.. inputs.OwnershipsByUnit[unit.Id]], [.. inputs.LeasesByUnit[unit.Id]], inputs.DeveloperId);
        _owners = UnitPayers.Of(_unit, _month, _ownerships, [], _developer);
    }

    public IReadOnlyList<PayerStretch> Charge(Guid itemId) =>
        _leases.Where(l => l.Items.Any(i => i.ChargeItemId == itemId)).ToList() is { Count: > 0 } leases
            ? UnitPayers.Of(_unit, _month, _ownerships, leases, _developer)
            : _owners;
}
