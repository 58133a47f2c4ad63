using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// Computes the bills, lines and omissions of a run in walking order, in memory, in parts of so many units: a large
/// community's month is never in memory as a whole. What units share (common meters) is divided once, before the first part.
/// </summary>
internal sealed class DraftComputation
{
    private readonly BillRun _run;
    private readonly RunInputs _inputs;
    private readonly ChargeCalculation _charges;
    private readonly Func<ChargeAssignment, bool> _only;

    // Charges that came to one and the same line, as in flats of one size, are written down once; for one part at a time.
    private readonly Dictionary<LineWorking, string> _texts = new(ReferenceEqualityComparer.Instance);
    private int _bills;

    private DraftComputation(BillRun run, RunInputs inputs, Func<ChargeAssignment, bool>? only) =>
        (_run, _inputs, _only, _charges) = (run, inputs, only ?? (_ => true), new ChargeCalculation(run.Period, inputs));

    /// <param name="only">Null for all charges; else which of them are billed, the others are passed over.</param>
    public static DraftPart Of(BillRun run, RunInputs inputs, Func<ChargeAssignment, bool>? only = null) =>
        new DraftComputation(run, inputs, only).Part(inputs.Units);

    /// <summary>The parts one after the other, each computed when it is asked for; together the same as <see cref="Of"/>.</summary>
    public static IEnumerable<DraftPart> InParts(BillRun run, RunInputs inputs, int units, Func<ChargeAssignment, bool>? only = null)
    {
        var computation = new DraftComputation(run, inputs, only);
        return inputs.Units.Chunk(units).Select(part => computation.Part(part));
    }

    private DraftPart Part(IEnumerable<Unit> units)
    {
        var part = new DraftPart();
        _texts.Clear();
        foreach (var unit in units)
        {
            Add(part, unit);
        }

        return part;
    }

    private void Add(DraftPart part, Unit unit)
    {
        var bills = new Dictionary<Guid, Bill>();
        var payersOf = new PayersOfUnit(unit, _run.Period, _inputs);
        foreach (var (assignment, item) in ChargesOf(unit))
        {
            var result = _charges.Of(assignment, unit);
            if (!result.IsDue)
            {
                continue;
            }

            var payers = result.Reason is null ? PayerShares.Of(payersOf.Charge(item.Id, result.Days), result.Days) : null;
            if (payers is null)
            {
                part.Omissions.Add(new BillOmission(_run, assignment, item, unit, result.Reason ?? OmissionReason.NoPayer));
                continue;
            }

            var quantity = result.Quantity;
            foreach (var (payer, line) in payers.Divide(result.Line!))
            {
                var before = _inputs.Billed.GetValueOrDefault((assignment.Id, payer.OwnerId));
                if (before is not { IsStanding: true })
                {
                    var bill = BillOf(bills, unit, payer.OwnerId);
                    var row = LineOf(bill, assignment, item, line, quantity, before?.Lines ?? 0);
                    part.Lines.Add(row);
                    VacancyRelief.Give(bill, row, item, result.Line!, payer, _inputs.VacanciesByUnit[unit.Id]);
                }

                quantity = null; // the use counts once, whoever pays it
            }
        }

        foreach (var bill in bills.Values)
        {
            bill.SetOffLinesBelowZero();
            part.Bills.Add(bill);
        }

        bills.Values.FirstOrDefault()?.Compare(_inputs.Before.GetValueOrDefault(unit.Id), Money.Sum(bills.Values.Select(b => b.Total)));
    }

    private IEnumerable<(ChargeAssignment Assignment, ChargeItem Item)> ChargesOf(Unit unit) =>
        _inputs.AssignmentsByUnit[unit.Id].Where(_only)
            .Select(a => (Assignment: a, Item: _inputs.Items[_inputs.Tariffs[a.TariffId].ChargeItemId]))
            .OrderBy(x => x.Item.Priority).ThenBy(x => x.Item.Name, StringComparer.Ordinal).ThenBy(x => x.Assignment.From).ThenBy(x => _inputs.SubjectOf(x.Assignment), StringComparer.Ordinal).ThenBy(x => x.Assignment.Id);

    private Bill BillOf(Dictionary<Guid, Bill> bills, Unit unit, Guid payer)
    {
        if (!bills.TryGetValue(payer, out var bill))
        {
            bills.Add(payer, bill = new Bill(_run, unit, _inputs.Owners[payer], NextPlace()));
        }

        return bill;
    }

    // Places of bills that are out already are passed over, so that the numbers of a run have no gap.
    private int NextPlace()
    {
        do
        {
            _bills++;
        }
        while (_inputs.Taken.Contains(_bills));
        return _bills;
    }

    private BillLine LineOf(Bill bill, ChargeAssignment assignment, ChargeItem item, CalculatedLine line, decimal? quantity, int revision)
    {
        if (!_texts.TryGetValue(line.Working, out var text))
        {
            _texts.Add(line.Working, text = line.Working.ToJson());
        }

        var row = new BillLine(bill, assignment, item, bill.Lines.Count + 1, line.Amount, quantity, text, revision);
        bill.Add(row);
        return row;
    }
}
