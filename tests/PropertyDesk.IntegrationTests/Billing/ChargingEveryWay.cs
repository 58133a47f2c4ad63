using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>Each way of charging, through a real draft run: two flats, 100.00 and 50.00 m², 80.00 and 40.00 m² inside.</summary>
public sealed class ChargingEveryWay
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public async Task Inner_area_and_a_fixed_part() => Assert.Equal(
        [172m, 92m],
        await RunAsync(new(2025, 5), set =>
        {
            var tariff = set.Tariff(ChargeMethod.AreaTimesPrice);
            tariff.Measure(AreaBasis.Inner);
            tariff.AddVersion(Start, 2m, null, "元/㎡·月", new PriceTerms(FixedPart: 12));
            set.ChargeAll(tariff, Start);
        }));

    [Fact]
    public async Task A_flat_without_inner_area_is_left_out_and_says_why()
    {
        var set = await Setting.OpenAsync();
        set.Units[1].SetInnerArea(null);
        var tariff = set.Tariff(ChargeMethod.AreaTimesPrice);
        tariff.Measure(AreaBasis.Inner);
        tariff.AddVersion(Start, 2m, null, "元/㎡·月");
        set.ChargeAll(tariff, Start);

        Assert.Equal([160m], await set.RunAsync(new(2025, 5)));
        Assert.Equal([OmissionReason.NoInnerArea], set.Omitted);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 3)]
    public async Task A_monthly_price_billed_by_quarter_in_advance(int month, int months) => Assert.Equal(
        months == 0 ? [] : [200m * months, 100m * months],
        await RunAsync(new(2025, month), set => set.ChargeAll(Quarterly(set, ChargeMethod.AreaTimesPrice, 2m, inAdvance: true), Start)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 300)]
    public async Task A_price_per_quarter_in_arrears(int month, int amount) => Assert.Equal(
        amount == 0 ? [] : [(decimal)amount, amount],
        await RunAsync(new(2025, month), set => set.ChargeAll(Quarterly(set, ChargeMethod.FixedPerQuarter, 300m, inAdvance: false), Start)));

    [Fact]
    public async Task Whoever_comes_inside_a_quarter_pays_from_that_day_in_that_month() => Assert.Equal(
        [150m, 150m], // half of February and all of March, of 300.00 a quarter
        await RunAsync(new(2025, 2), set => set.ChargeAll(Quarterly(set, ChargeMethod.FixedPerQuarter, 300m, inAdvance: true), new(2025, 2, 15))));

    [Fact]
    public async Task A_year_from_July_on() => Assert.Equal(
        [1200m, 1200m],
        await RunAsync(new(2025, 7), set =>
        {
            var tariff = set.Tariff(ChargeMethod.FixedPerYear);
            tariff.AddVersion(Start, 1200m, null, "元/户·年");
            tariff.BillTogether(12, inAdvance: true, yearStart: 7);
            set.ChargeAll(tariff, Start);
        }));

    [Fact]
    public async Task One_off_charges_by_the_tariff_or_as_agreed() => Assert.Equal(
        [60m, 45m],
        await RunAsync(new(2025, 5), set =>
        {
            var tariff = set.Tariff(ChargeMethod.OnceOff);
            tariff.AddVersion(Start, 30m, null, "元/张");
            set.Add(ChargeAssignment.Once(tariff, set.Units[0], new(2025, 5, 12), 2, null, "门禁卡"), ChargeAssignment.Once(tariff, set.Units[1], new(2025, 5, 31), 1, 45m, "换锁"));
        }));

    [Fact]
    public async Task A_parking_card_from_the_31st() => Assert.Equal(
        [300m],
        await RunAsync(new(2025, 3), set =>
        {
            var tariff = set.Tariff(ChargeMethod.ParkingByAnchor, TariffScope.Parking);
            var space = new ParkingSpace(set.Community, "B1-1", ParkingSpaceKind.Rented);
            var use = new ParkingUse(space, set.Units[0], "沪A12345", Money.Exact(300m), new(2025, 1, 31));
            set.Add(space, use, ChargeAssignment.OfParking(tariff, use));
        }));

    [Fact]
    public async Task A_formula_with_areas_and_people() => Assert.Equal(
        [39m, 23.50m], // 100 × 0.35 + (7 − 5) × 2, and 50 × 0.35 + (8 − 5) × 2
        await RunAsync(new(2025, 5), set =>
        {
            set.Units[0].SetPeople(7);
            set.Units[1].SetPeople(8);
            var tariff = set.Tariff(ChargeMethod.Formula);
            tariff.AddVersion(Start, null, null, "元/户·月", new PriceTerms(Formula: "建筑面积 × 0.35 + max(人数 − 5, 0) × 2"));
            set.ChargeAll(tariff, Start);
        }));

    [Fact]
    public async Task A_loss_and_a_minimum_for_metered_use() => Assert.Equal(
        [41.20m, 10m],
        await RunAsync(new(2025, 5), set =>
        {
            var tariff = set.Tariff(ChargeMethod.Metered);
            tariff.AddVersion(Start, 4m, null, "元/m³", new PriceTerms(MinimumCharge: 10, LossRate: 0.03m));
            set.MeterAll(tariff, 10, 1);
        }));

    [Fact]
    public async Task Tiers_rise_with_the_people_of_a_household() => Assert.Equal(
        [220m, 160m], // 20 m³: 10 × 5 + 10 × 17, and for five people of whom four are included 15 × 5 + 5 × 17
        await RunAsync(new(2025, 5), set =>
        {
            set.Units[1].SetPeople(5);
            var tariff = set.Tariff(ChargeMethod.MeteredMonthlyTiers);
            tariff.AddVersion(Start, null, "0-10:5;10-:17", "元/m³", new PriceTerms(PeopleIncluded: 4, ExtraPerPerson: 5));
            set.MeterAll(tariff, 20, 20);
        }));

    [Fact]
    public async Task Shared_by_coefficient_with_an_exempt_unit() => Assert.Equal(
        [100m],
        await RunAsync(new(2025, 5), set => set.Share(ChargeMethod.SharedByCoefficient, 100, shares => shares[1].Exempt(true))));

    [Fact]
    public async Task Shared_by_coefficient() => Assert.Equal(
        [75m, 25m],
        await RunAsync(new(2025, 5), set => set.Share(ChargeMethod.SharedByCoefficient, 100, shares => shares[0].Weigh(3m))));

    [Fact]
    public async Task Shared_by_the_use_of_the_units_own_meters() => Assert.Equal(
        [80m, 20m],
        await RunAsync(new(2025, 5), set =>
        {
            var meters = set.Meters(8, 2);
            set.Share(ChargeMethod.SharedByMeterShare, 100, shares =>
            {
                shares[0].ShareByMeter(meters[0]);
                shares[1].ShareByMeter(meters[1]);
            });
        }));

    [Fact]
    public async Task A_shared_cost_follows_a_price_that_changed_inside_the_month() => Assert.Equal(
        [104.84m, 52.42m], // 100 kWh: 10 days at 1.00, 21 days at 1.8452 …: 157.26 by 2 : 1
        await RunAsync(new(2025, 5), set => set.Share(ChargeMethod.SharedByArea, 100, _ => { }, tariff => tariff.AddVersion(new(2025, 5, 11), 1.8453m, null, "元/kWh"))));

    private static Tariff Quarterly(Setting set, ChargeMethod method, decimal price, bool inAdvance)
    {
        var tariff = set.Tariff(method);
        tariff.AddVersion(Start, price, null, "元");
        tariff.BillTogether(3, inAdvance);
        return tariff;
    }

    private static async Task<decimal[]> RunAsync(BillingMonth month, Action<Setting> build)
    {
        var set = await Setting.OpenAsync();
        build(set);
        return await set.RunAsync(month);
    }

    /// <summary>A community of two flats of one owner, and whatever a test adds.</summary>
    private sealed class Setting
    {
        private readonly List<object> _rows = [];
        private readonly Desk _desk;

        private Setting(Desk desk)
        {
            _desk = desk;
            Community = new Community(_desk.Company, "小区");
            var building = new Building(Community, "1栋", 1);
            Units = [new Unit(building, null, "101", 100m, UnitKind.Residential), new Unit(building, null, "102", 50m, UnitKind.Residential)];
            Units[0].SetInnerArea(80m);
            Units[1].SetInnerArea(40m);
            var owner = new Owner(Community, "王芳");
            Add(Community, building, owner, Units[0], Units[1], new Ownership(Units[0], owner, Start), new Ownership(Units[1], owner, Start));
        }

        public static async Task<Setting> OpenAsync() => new(await Desk.OpenAsync());

        public Community Community { get; }

        public Unit[] Units { get; }

        public IReadOnlyList<OmissionReason> Omitted { get; private set; } = [];

        public void Add(params object[] rows) => _rows.AddRange(rows);

        public Tariff Tariff(ChargeMethod method, TariffScope scope = TariffScope.Residential)
        {
            var item = new ChargeItem(Community, method.ToString(), onBehalf: false, 1);
            var tariff = new Tariff(item, scope, method);
            Add(item, tariff);
            return tariff;
        }

        public void ChargeAll(Tariff tariff, DateOnly from) => Add([.. Units.Select(u => ChargeAssignment.OfUnit(tariff, u, from))]);

        public Meter[] Meters(params int[] uses)
        {
            var meters = Units.Select((u, i) => new Meter(u, $"W{i}", MeterKind.Water, 1, 5)).ToArray();
            Add([.. meters, .. meters.Select(m => new Reading(m, new(2025, 4, 30), 100)), .. meters.Select((m, i) => new Reading(m, new(2025, 5, 31), 100 + uses[i]))]);
            return meters;
        }

        public void MeterAll(Tariff tariff, params int[] uses) => Add([.. Meters(uses).Select(m => ChargeAssignment.OfMeter(tariff, m, Start))]);

        public void Share(ChargeMethod method, decimal use, Action<ChargeAssignment[]> weigh, Action<Tariff>? change = null)
        {
            var tariff = Tariff(method, TariffScope.AllUnits);
            tariff.AddVersion(Start, 1m, null, "元/kWh");
            change?.Invoke(tariff);
            var meter = new SharedMeter(tariff, null, "路灯", 1);
            var shares = Units.Select(u => ChargeAssignment.OfSharedMeter(tariff, meter, u, Start)).ToArray();
            weigh(shares);
            Add([meter, new SharedReading(meter, new(2025, 5), 0, use), .. shares]);
        }

        /// <summary>The amounts in walking order; each line's stored working gives its amount again.</summary>
        public async Task<decimal[]> RunAsync(BillingMonth month)
        {
            await _desk.See(db =>
            {
                db.AddRange(_rows);
                return db.SaveChangesAsync();
            });
            var draft = await _desk.In((BillRuns runs) => runs.DraftAsync(Community.Id, month));
            Omitted = await _desk.See(db => db.BillOmissions.Where(o => o.BillRunId == draft.RunId).Select(o => o.Reason).ToListAsync());
            var lines = await _desk.See(db => db.BillLines.Where(l => l.Bill.BillRunId == draft.RunId).OrderBy(l => l.Bill.UnitCode).AsNoTracking().ToListAsync());
            Assert.All(lines, l => Assert.Equal(l.Amount, LineWorking.FromJson(l.Working).Recompute()));
            return [.. lines.Select(l => l.Amount.Yuan)];
        }
    }
}
