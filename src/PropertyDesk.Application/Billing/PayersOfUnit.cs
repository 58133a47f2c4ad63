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

    /// <param name="days">That are charged: of the month, or of a quarter or year that is billed in it.</param>
    public IReadOnlyList<PayerStretch> Charge(Guid itemId, IReadOnlyList<DayRange> days)
    {
        var leases = _leases.Where(l => l.Items.Any(i => i.ChargeItemId == itemId)).ToList();
        var within = days.All(d => d.From >= _month.From && d.To <= _month.To);
        return leases.Count == 0 && within
            ? _owners
            : UnitPayers.Of(_unit, within ? _month : new DayRange(days.Min(d => d.From), days.Max(d => d.To)), _ownerships, leases, _developer);
    }
}
