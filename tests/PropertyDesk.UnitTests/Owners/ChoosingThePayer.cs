using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.UnitTests.Owners;

/// <summary>Every day of a month has its payers, whose shares are a whole; nobody pays for a day without one.</summary>
public sealed class ChoosingThePayer
{
    private static readonly BillingMonth May = new(2025, 5);
    private static readonly DateOnly Long = new(2020, 1, 1);
    private static readonly Community Place = new(SomeCompany(), "翠湖花园");
    private static readonly ChargeItem Water = new(Place, "水费", onBehalf: true, priority: 1);
    private static readonly Guid Developer = Guid.CreateVersion7();

    [Fact]
    public void The_stretches_cover_every_day_once_and_the_shares_are_a_whole() =>
        Gen.Select(Gen.Int[-5, 40].Array[0, 4], Gen.Int[1, 4], Gen.Int[-10, 45], Gen.Int[-10, 45], Gen.Int[0, 20], Gen.Bool).Sample(
            (transfers, owners, handover, lease, days, byShares) =>
            {
                var unit = NewUnit();
                unit.ChangeStatus(UnitStatus.Occupied, Day(handover));
                unit.LetOwnersPay(byShares ? OwnersPay.ByShares : OwnersPay.First);
                Lease rented = new(unit, new Owner(Place, "赵六"), Day(lease), Day(lease + days), [Water]);

                var stretches = UnitPayers.Of(unit, DayRange.Of(May), Owned(unit, transfers, owners), [rented], Developer);

                Assert.Equal(May.FirstDay, stretches[0].Days.From);
                Assert.Equal(May.LastDay, stretches[^1].Days.To);
                Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.Days.To.AddDays(1), pair.Second.Days.From));
                Assert.All(stretches, s => Assert.Equal(1m, s.Payers.Sum(p => p.Share), 12));
                Assert.All(stretches, s => Assert.Equal(Expected(unit, rented, s.Days.From), s.Payers is [var (id, _)] && id == rented.LesseeId ? 'L' : s.Payers[0].OwnerId == Developer ? 'D' : 'O'));
            });

    [Fact]
    public void The_parts_of_several_payers_add_up_to_the_whole() =>
        Gen.Select(Gen.Int[1, 10_000_000], Gen.Int[1, 1000].Array[2, 6]).Sample((fen, weights) =>
        {
            var whole = CalculatedLine.Of(new OnceWorking(1, fen / 100m, "项"));
            decimal[] shares = [.. weights.Select(w => (decimal)w / weights.Sum() * 31)];
            var parts = shares.Select((_, i) => CalculatedLine.Of(new PayersWorking(whole.Working, shares, i, []))).ToList();

            Assert.Equal(whole.Amount, Money.Sum(parts.Select(p => p.Amount)));
            Assert.All(parts, p => Assert.Equal(p.Amount, LineWorking.FromJson(p.Working.ToJson()).Recompute()));
            Assert.All(parts, p => Assert.True(Math.Abs(p.Amount.Yuan - p.Working.Compute()) < 0.01m));
        });

    /// <summary>However the month is cut among payers and vacancies, no payer gets back more than the own line.</summary>
    [Fact]
    public void The_relief_of_all_payers_is_never_more_than_the_charge() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[0, 99], Gen.Int[1, 30], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((fen, percent, change, from, days) =>
        {
            DayRange[] charged = [new(May.FirstDay, Day(change - 1)), new(Day(change), May.LastDay)];
            var parts = new Money(fen).Split([change, 31 - change]);

            var relief = parts.Zip(charged).Select(p => VacancyWaiver.Of(p.First, [p.Second], percent / 100m, [(Day(from), Day(from + days))])).ToList();

            Assert.All(relief.Zip(parts), p => Assert.True(p.First is null || (p.First.Amount <= Money.Zero && -p.First.Amount <= p.Second)));
            Assert.Equal(Enumerable.Range(0, 31).Count(day => day >= from && day <= from + days), relief.Sum(r => r is null ? 0 : ((VacancyWorking)r.Working).Days));
        });

    [Fact]
    public void Nobody_pays_before_the_handover_where_no_developer_is_known()
    {
        var unit = NewUnit();
        unit.ChangeStatus(UnitStatus.NotHandedOver, null);

        var stretch = Assert.Single(UnitPayers.Of(unit, DayRange.Of(May), [new Ownership(unit, new Owner(Place, "张伟"), Long)], [], null));

        Assert.Empty(stretch.Payers);
    }

    private static char Expected(Unit unit, Lease lease, DateOnly day) => lease.Covers(day) ? 'L' : day < unit.HandoverDate ? 'D' : 'O';

    private static DateOnly Day(int ofMay) => May.FirstDay.AddDays(ofMay);

    // Owners one after the other, each time some together, without a gap.
    private static List<Ownership> Owned(Unit unit, int[] transfers, int together)
    {
        DateOnly[] starts = [Long, .. transfers.Select(Day).Distinct().Order()];
        return
        [
            .. starts.SelectMany((from, i) => Enumerable.Range(0, together).Select(position =>
            {
                var ownership = new Ownership(unit, new Owner(Place, $"业主{i}-{position}"), from, position, 1m / together);
                if (i + 1 < starts.Length)
                {
                    ownership.End(starts[i + 1].AddDays(-1));
                }

                return ownership;
            })),
        ];
    }

    private static Unit NewUnit() => new(new Building(Place, "1栋", 1), "1单元", "101", 89.43m, UnitKind.Residential);

    private static Company SomeCompany()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
