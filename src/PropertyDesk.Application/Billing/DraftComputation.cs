using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Billing;

/// <summary>The bills, lines and omissions of a run, computed in memory in walking order.</summary>
internal sealed class DraftComputation
{
    private readonly BillRun _run;
    private readonly RunInputs _inputs;
    private readonly ChargeCalculation _charges;
    private readonly Func<ChargeAssignment, bool> _only;

    private DraftComputation(BillRun run, RunInputs inputs, Func<ChargeAssignment, bool> only) =>
        (_run, _inputs, _only, _charges) = (run, inputs, only, new ChargeCalculation(run.Period, inputs));

    public List<Bill> Bills { get; } = [];

    public List<BillLine> Lines { get; } = [];

    public List<BillOmission> Omissions { get; } = [];

    /// <param name="only">Null for all charges; else which of them are billed, the others are passed over.</param>
    public static DraftComputation Of(BillRun run, RunInputs inputs, Func<ChargeAssignment, bool>? only = null)
    {
        var draft = new DraftComputation(run, inputs, only ?? (_ => true));
        foreach (var unit in inputs.Units)
        {
            draft.Add(unit);
        }

        return draft;
    }

    private void Add(Unit unit)
    {
        var bills = new Dictionary<Guid, Bill>();
        var payersOf = new PayersOfUnit(unit, _run.Period, _inputs);
        foreach (var (assignment, item) in ChargesOf(unit))
        {
            var result = _charges.Of(assignment, unit);
            var payers = result.Reason is null ? PayerShares.Of(payersOf.Charge(item.Id), result.Days) : null;
            if (payers is null)
            {
                Omissions.Add(new BillOmission(_run, assignment, item, unit, result.Reason ?? OmissionReason.NoPayer));
                continue;
            }

            var quantity = result.Quantity;
            foreach (var (payer, line) in payers.Divide(result.Line!))
            {
                var before = _inputs.Billed.GetValueOrDefault((assignment.Id, payer.OwnerId));
                if (before is not { IsStanding: true })
                {
                    var bill = BillOf(bills, unit, payer.OwnerId);
                    var row = AddLine(bill, assignment, item, line, quantity, before?.Lines ?? 0);
                    VacancyRelief.Give(bill, row, item, result.Line!, payer, _inputs.VacanciesByUnit[unit.Id]);
                }

                quantity = null; // the use counts once, whoever pays it
            }
        }

        foreach (var bill in bills.Values)
        {
            bill.SetOffLinesBelowZero();
        }
    }

    private IEnumerable<(ChargeAssignment Assignment, ChargeItem Item)> ChargesOf(Unit unit) =>
        _inputs.AssignmentsByUnit[unit.Id].Where(_only)
            .Select(a => (Assignment: a, Item: _inputs.Items[_inputs.Tariffs[a.TariffId].ChargeItemId]))
            .OrderBy(x => x.Item.Priority).ThenBy(x => x.Item.Name, StringComparer.Ordinal).ThenBy(x => x.Assignment.From).ThenBy(x => x.Assignment.Id);

    private Bill BillOf(Dictionary<Guid, Bill> bills, Unit unit, Guid payer)
    {
        if (!bills.TryGetValue(payer, out var bill))
        {
            bills.Add(payer, bill = new Bill(_run, unit, _inputs.Owners[payer], Bills.Count + 1));
            Bills.Add(bill);
        }

        return bill;
    }

    private BillLine AddLine(Bill bill, ChargeAssignment assignment, ChargeItem item, CalculatedLine line, decimal? quantity, int revision)
    {
        var row = new BillLine(bill, assignment, item, bill.Lines.Count + 1, line.Amount, quantity, line.Working.ToJson(), revision);
        bill.Add(row);
        Lines.Add(row);
        return row;
    }
}
