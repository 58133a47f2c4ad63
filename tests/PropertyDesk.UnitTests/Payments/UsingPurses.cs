using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.UnitTests.Payments;

/// <summary>Whatever is done with an owner's purses in whatever order, the laws of the money hold after every step.</summary>
public sealed class UsingPurses
{
    private static readonly PurseClass[] Classes = Enum.GetValues<PurseClass>();
    private static readonly Requester Clerk = new(Guid.NewGuid(), "刘敏", DateTimeOffset.UnixEpoch, new DateOnly(2025, 6, 1));
    private static readonly Requester Manager = new(Guid.NewGuid(), "陈经理", DateTimeOffset.UnixEpoch, new DateOnly(2025, 6, 1));

    /// <summary>What somebody does: which of four acts, to which class or bill or document, with how much, and how.</summary>
    private static readonly Gen<Step[]> Days = Gen.Select(Gen.Int[0, 3], Gen.Enum<PurseClass>(), Gen.Int[0, 5], Gen.Long[1, 60_000], Gen.Bool, Gen.Bool)
        .Select(x => new Step(x.Item1, x.Item2, x.Item3, new Money(x.Item4), x.Item5, x.Item6)).Array[1, 25];

    [Fact]
    public void No_balance_is_ever_below_zero_and_each_is_the_sum_of_its_entries() => Days.Sample(steps =>
    {
        var desk = new DeskOfOne();
        foreach (var step in steps)
        {
            desk.Do(step);
            desk.Check();
        }
    });

    /// <summary>Without release, money of a class only ever stands on lines of its class, or of any where it is general.</summary>
    [Fact]
    public void No_class_pays_another_one_unless_released() => Days.Sample(steps =>
    {
        var desk = new DeskOfOne();
        foreach (var step in steps)
        {
            desk.Do(step with { Released = false });
        }

        Assert.All(desk.Allocations, a => Assert.True(a.PurseEntry!.Purse.Class is PurseClass.General || desk.ClassOf[a.ChargeItemId] == a.PurseEntry.Purse.Class));
    });

    /// <summary>Taking a document back leaves everything as it was before it.</summary>
    [Fact]
    public void A_document_and_its_red_twin_come_to_nothing() => Days.Sample(steps =>
    {
        var desk = new DeskOfOne();
        foreach (var step in steps.Where(s => s.Act != 2))
        {
            desk.Do(step);
        }

        var before = desk.Picture();
        if (desk.Use(steps[0]) is { } use)
        {
            desk.TakeBack(use);
        }

        Assert.Equal(before, desk.Picture());
    });

    private sealed record Step(int Act, PurseClass Class, int Nth, Money Amount, bool Whole, bool Released);

    /// <summary>One owner with six bills, each with a line of every class.</summary>
    private sealed class DeskOfOne
    {
        private readonly Owner _owner;
        private readonly List<Bill> _bills = [];
        private readonly Dictionary<PurseClass, Purse> _purses;
        private readonly List<PurseEntry> _entries = [];
        private readonly List<(PurseUse Use, IReadOnlyList<PurseMovement> Moved)> _uses = [];
        private readonly HashSet<PurseUse> _reversed = [];

        public DeskOfOne()
        {
            var company = new Company("翠湖物业", "cuihu");
            // Only a database gives a company its id, and here is none.
            typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
            var community = new Community(company, "翠湖花园");
            _owner = new Owner(community, "李娜");
            var unit = new Unit(new Building(community, "1栋", 1), null, "101", 90, UnitKind.Residential);
            var assignments = Classes.Select(c =>
            {
                var item = new ChargeItem(community, c.ToString(), onBehalf: false, (int)c);
                item.PayFrom(c);
                ClassOf.Add(item.Id, c);
                return (Item: item, Assignment: ChargeAssignment.OfUnit(new Tariff(item, TariffScope.AllUnits, ChargeMethod.FixedPerMonth), unit, new DateOnly(2025, 1, 1)));
            }).ToList();
            for (var n = 0; n < 6; n++)
            {
                var bill = new Bill(new BillRun(community, new BillingMonth(2025, n + 1), "刘敏", DateTimeOffset.UnixEpoch), unit, _owner, 1);
                foreach (var (item, assignment) in assignments)
                {
                    bill.Add(new BillLine(bill, assignment, item, bill.Lines.Count, new Money((100 + n) * 37 * (1 + (int)ClassOf[item.Id])), null, "{}"));
                }

                _bills.Add(bill);
            }

            _purses = Classes.ToDictionary(c => c, c => new Purse(_owner, c));
        }

        public Dictionary<Guid, PurseClass> ClassOf { get; } = [];

        public List<Allocation> Allocations { get; } = [];

        public void Do(Step step)
        {
            switch (step.Act)
            {
                case 0:
                    _entries.Add(_purses[step.Class].Move(PurseEntryKind.PaidIn, step.Amount, Guid.NewGuid(), Clerk.Today, Clerk.At));
                    break;
                case 1:
                    Use(step);
                    break;
                case 2 when _uses.Count > 0:
                    TakeBack(_uses[step.Nth % _uses.Count].Use);
                    break;
                case 3 when step.Amount <= _purses[step.Class].Balance:
                    Release(step);
                    break;
                default:
                    // More than there is: refused, and nothing moves.
                    Assert.Throws<RuleViolation>(() => _purses[step.Class].Move(PurseEntryKind.PaidOut, -(_purses[step.Class].Balance + step.Amount), Guid.NewGuid(), Clerk.Today, Clerk.At));
                    break;
            }
        }

        public PurseUse? Use(Step step)
        {
            var lines = _bills.Skip(step.Nth).SelectMany(b => b.Lines.Select(l => new PayableLine(b, l, ClassOf[l.ChargeItemId])));
            var plan = PursePlan.Of(_purses.ToDictionary(p => p.Key, p => p.Value.Balance), lines, new PurseTerms(step.Whole, step.Released));
            if (plan.Count == 0)
            {
                return null;
            }

            var use = new PurseUse(_owner, _uses.Count + 1, Guid.NewGuid(), Clerk);
            Keep(use, use.Pay(_purses.Values, plan));
            return use;
        }

        public void TakeBack(PurseUse use)
        {
            if (_reversed.Contains(use) || use.ReversesId is not null)
            {
                return;
            }

            var (red, moved) = PurseUse.TakeBack(_owner, use, _uses.First(u => u.Use == use).Moved, _uses.Count + 1, "抵扣错了", Guid.NewGuid(), Clerk);
            _reversed.Add(use);
            Keep(red, moved);
        }

        public void Check()
        {
            Assert.All(_purses.Values, p => Assert.True(p.Balance >= Money.Zero));
            Assert.All(_purses.Values, p => Assert.Equal(Money.Sum(_entries.Where(e => e.PurseId == p.Id).Select(e => e.Amount)), p.Balance));
            Assert.All(_bills, b => Assert.Equal(Money.Sum(Allocations.Where(a => a.BillId == b.Id).Select(a => a.Amount)), b.Paid));
            Assert.All(_bills.SelectMany(b => b.Lines), l => Assert.InRange(l.Paid.Fen, 0, l.Amount.Fen));
            Assert.All(_uses, u => Assert.Equal(u.Use.Amount, -Money.Sum(u.Moved.Select(m => m.Entry.Amount))));
        }

        public IEnumerable<string> Picture() =>
            [.. _purses.Values.Select(p => $"{p.Class} {p.Balance}"), .. _bills.SelectMany(b => b.Lines.Select(l => $"{b.Number} {l.ItemName} {l.Paid} {l.Outstanding}"))];

        private void Release(Step step)
        {
            var to = Classes[(Array.IndexOf(Classes, step.Class) + 1 + (step.Nth % 3)) % Classes.Length];
            var release = new PurseRelease(_owner, _purses[step.Class], to, step.Amount, "车位已退", Clerk);
            _entries.AddRange(release.Approve(_purses[step.Class], _purses[to], 1, Manager, null));
        }

        private void Keep(PurseUse use, IReadOnlyList<PurseMovement> moved)
        {
            _uses.Add((use, moved));
            _entries.AddRange(moved.Select(m => m.Entry));
            Allocations.AddRange(moved.SelectMany(m => m.Allocations));
        }
    }
}
