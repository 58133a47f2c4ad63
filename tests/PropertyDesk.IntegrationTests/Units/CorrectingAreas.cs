using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Metering;
using static PropertyDesk.IntegrationTests.Units.UnitForms;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A corrected area (面积更正) holds from its day on; the month breaks there, and nothing billed changes.</summary>
public sealed class CorrectingAreas
{
    private const string Fee = "物业费";

    [Fact]
    public async Task Breaks_the_month_at_its_day()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];

        var page = await forms.FillAsync($"Change/Area/{unit.Id}", Area("2025-05-11", "99.43"));
        await forms.DraftAsync(May);

        Assert.Contains("89.43 → 99.43 ㎡", page, StringComparison.Ordinal);
        Assert.Contains("实测报告", page, StringComparison.Ordinal);

        // (89.43 × 10 + 99.43 × 21) × 2.80 ÷ 31
        Assert.Equal([("李娜", new Money(269_37))], await forms.BilledAsync(unit.Id, May, Fee));
        Assert.Equal([89.43m, 99.43m], Assert.IsType<AreaWorking>(Assert.Single(await forms.WorkingsAsync(unit.Id, May, Fee))).Segments.Select(s => s.Quantity));
    }

    [Fact]
    public async Task Keeps_the_old_area_for_the_months_before()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];

        await forms.FillAsync($"Change/Area/{unit.Id}", Area("2025-06-01", "99.43"));
        await forms.DraftAsync(May);

        Assert.Equal([("李娜", new Money(250_40))], await forms.BilledAsync(unit.Id, May, Fee));
    }

    [Fact]
    public async Task Warns_that_published_bills_stay_and_can_only_be_taken_back_before_they_are()
    {
        var forms = await UnitForms.OpenAsync();
        var (early, late) = (forms.Till.Own.Units[2], forms.Till.Own.Units[1]);

        var page = await forms.FillAsync($"Change/Area/{early.Id}", Area("2025-04-11", "99.43"));
        await forms.FillAsync($"Change/Area/{late.Id}", Area("2025-05-11", "99.43"));
        var refusal = await forms.RefusedAsync($"Change/Area/{early.Id}", [], "Undo");
        await forms.FillAsync($"Change/Area/{late.Id}", [], "Undo");

        Assert.Contains("已发布，保持不变", page, StringComparison.Ordinal);
        Assert.Contains("不能撤销", refusal, StringComparison.Ordinal);
        Assert.Equal(89.43m, await forms.Desk.See(db => db.Units.Where(u => u.Id == late.Id).Select(u => u.BillingArea).SingleAsync()));
    }

    [Fact]
    public async Task Refuses_a_day_before_the_last_correction_and_the_same_area()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        await forms.FillAsync($"Change/Area/{unit.Id}", Area("2025-05-11", "99.43"));

        Assert.Contains("已有一次面积更正", await forms.RefusedAsync($"Change/Area/{unit.Id}", Area("2025-05-10", "95")), StringComparison.Ordinal);
        Assert.Contains("和现在的面积相同", await forms.RefusedAsync($"Change/Area/{unit.Id}", Area("2025-05-20", "99.43")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaks_a_charge_by_inner_area_too()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        await forms.Desk.In(async (DeskDbContext db) =>
        {
            (await db.Tariffs.SingleAsync(t => t.Id == forms.Till.Own.PropertyTariff.Id)).Measure(AreaBasis.Inner);
            return await db.SaveChangesAsync();
        });
        var fields = Area("2025-05-01", "89.43");
        fields["Input.InnerArea"] = "70";
        await forms.FillAsync($"Change/Area/{unit}", fields);
        (fields["Input.From"], fields["Input.InnerArea"]) = ("2025-05-11", "80");

        var page = await forms.FillAsync($"Change/Area/{unit}", fields);
        await forms.DraftAsync(May);

        // (70 × 10 + 80 × 21) × 2.80 ÷ 31
        Assert.Contains("89.43 / 70 → 89.43 / 80 ㎡", page, StringComparison.Ordinal);
        Assert.Equal([("李娜", new Money(214_97))], await forms.BilledAsync(unit, May, Fee));
        (fields["Input.From"], fields["Input.InnerArea"]) = ("2025-05-20", "95");
        Assert.Contains("不超过建筑面积", await forms.RefusedAsync($"Change/Area/{unit}", fields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weighs_in_shared_costs_with_the_area_of_the_last_day()
    {
        var forms = await UnitForms.OpenAsync();
        var (first, second) = (forms.Till.Own.Units[1], forms.Till.Own.Units[2]);
        await ShareLightAsync(forms, [first.Id, second.Id]);
        await forms.FillAsync($"Change/Area/{second.Id}", Area("2025-05-31", "178.86"));

        await forms.DraftAsync(May);

        // 90.00 by 89.43 : 178.86, that is 1 : 2.
        Assert.Equal([("张伟", new Money(30_00))], await forms.BilledAsync(first.Id, May, "路灯"));
        Assert.Equal([("李娜", new Money(60_00))], await forms.BilledAsync(second.Id, May, "路灯"));
    }

    private static Dictionary<string, string> Area(string from, string area) => new() { ["Input.From"] = from, ["Input.Area"] = area, ["Input.Reason"] = "实测报告" };

    private static Task ShareLightAsync(UnitForms forms, Guid[] units) => forms.Desk.In(async (DeskDbContext db) =>
    {
        var community = await db.Communities.SingleAsync();
        var tariff = new Tariff(new ChargeItem(community, "路灯", onBehalf: false, priority: 9), TariffScope.AllUnits, ChargeMethod.SharedByArea);
        tariff.AddVersion(new DateOnly(2024, 1, 1), 0.9m, null, "元/kWh");
        var meter = new SharedMeter(tariff, null, "园区路灯", 1m);
        db.AddRange(tariff.ChargeItem, tariff, meter, new SharedReading(meter, May, 100m, 200m));
        db.AddRange((await db.Units.Where(u => units.Contains(u.Id)).ToListAsync()).Select(u => ChargeAssignment.OfSharedMeter(tariff, meter, u, new DateOnly(2024, 1, 1))));
        await db.SaveChangesAsync();
    });
}
