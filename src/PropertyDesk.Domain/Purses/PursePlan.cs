using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Purses;

/// <summary>How purses may pay.</summary>
/// <param name="WholeBillsOnly">What a bill charges in one class is paid as a whole or not at all.</param>
/// <param name="Released">A purse may pay other classes than its own.</param>
public sealed record PurseTerms(bool WholeBillsOnly, bool Released);

/// <summary>An open line, and the class of purse that may pay it.</summary>
public sealed record PayableLine(Bill Bill, BillLine Line, PurseClass Class);

/// <summary>What a purse pays of a line.</summary>
/// <param name="Purse">The class of the purse; that of the line, or the general one, unless released.</param>
public sealed record PursePart(PurseClass Purse, PayableLine Line, Money Amount);

/// <summary>
/// Which lines an owner's purses pay (rules of the money, section 5): principal before late fees, then the oldest due date,
/// item priority, bill number. The purse of a class first, so that the general one, which may pay everything, lasts longest;
/// where released, the purses of other classes last.
/// </summary>
public static class PursePlan
{
    /// <param name="balances">What each purse holds.</param>
    /// <returns>Nothing of zero; nothing is changed yet.</returns>
    public static IReadOnlyList<PursePart> Of(IReadOnlyDictionary<PurseClass, Money> balances, IEnumerable<PayableLine> lines, PurseTerms terms)
    {
        var pieces = lines.Where(l => l.Line.Outstanding > Money.Zero)
            .GroupBy(l => (l.Bill.Id, l.Class, l.Line.IsLateFee)).Select(g => new Piece([.. g.OrderBy(l => l.Line.Priority).ThenBy(l => l.Line.Position)]))
            .OrderBy(p => p.First.Line.IsLateFee).ThenBy(p => p.First.Bill.DueOn).ThenBy(p => p.First.Line.Priority)
            .ThenBy(p => p.First.Bill.Number, StringComparer.Ordinal).ToList();
        var left = new Dictionary<PurseClass, Money>(balances);
        var parts = new List<PursePart>();
        foreach (var (purse, released) in Turns(terms.Released).Where(turn => left.ContainsKey(turn.Purse)))
        {
            var application = PurseApplication.Of(left[purse], purse, pieces.ConvertAll(p => new PurseBill(p.First.Class, p.Open)), terms.WholeBillsOnly, released);
            left[purse] = application.Balance;
            parts.AddRange(pieces.Zip(application.Applied).SelectMany(x => x.First.Pay(purse, x.Second)));
        }

        return parts;
    }

    private static IEnumerable<(PurseClass Purse, bool Released)> Turns(bool released)
    {
        PurseClass[] own = [.. Enum.GetValues<PurseClass>().Where(c => c != PurseClass.General)];
        return own.Select(c => (c, false)).Append((PurseClass.General, false)).Concat(released ? own.Select(c => (c, true)) : []);
    }

    /// <summary>What one bill charges in one class.</summary>
    private sealed class Piece(IReadOnlyList<PayableLine> lines)
    {
        private readonly Money[] _open = [.. lines.Select(l => l.Line.Outstanding)];

        public PayableLine First => lines[0];

        public Money Open => Money.Sum(_open);

        public List<PursePart> Pay(PurseClass purse, Money amount)
        {
            var parts = new List<PursePart>();
            for (var i = 0; i < _open.Length && !amount.IsZero; i++)
            {
                var part = Money.Min(amount, _open[i]);
                if (!part.IsZero)
                {
                    parts.Add(new PursePart(purse, lines[i], part));
                    (_open[i], amount) = (_open[i] - part, amount - part);
                }
            }

            return parts;
        }
    }
}
