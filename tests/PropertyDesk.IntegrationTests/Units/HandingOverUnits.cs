using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;
using static PropertyDesk.IntegrationTests.Units.UnitForms;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>Until the handover (交付) the developer pays, from that day the owner.</summary>
public sealed class HandingOverUnits
{
    private const string Fee = "物业费";
    private const string Developer = "翠湖开发";

    [Fact]
    public async Task Divides_the_month_between_developer_and_owner()
    {
        var forms = await UnitForms.OpenAsync();
        var (sold, _) = await BuildAsync(forms);

        var page = await forms.FillAsync("Change/Handover", Handover("2025-05-11", sold));
        await forms.DraftAsync(May);

        Assert.Contains("已登记 1 户交付", page, StringComparison.Ordinal);
        Assert.Equal([(Developer, new Money(90_32)), ("孙八", new Money(189_68))], await forms.BilledAsync(sold, May, Fee));
        Assert.All(await forms.WorkingsAsync(sold, May, Fee), w => Assert.IsType<PayersWorking>(w));
    }

    [Fact]
    public async Task Leaves_units_that_are_not_handed_over_with_the_developer()
    {
        var forms = await UnitForms.OpenAsync();
        var (sold, unsold) = await BuildAsync(forms);

        await forms.DraftAsync(May);

        Assert.Equal([(Developer, new Money(280_00))], await forms.BilledAsync(sold, May, Fee));
        Assert.Equal([(Developer, new Money(280_00))], await forms.BilledAsync(unsold, May, Fee));
    }

    [Fact]
    public async Task Lets_a_buyer_pay_from_the_handover_on_and_not_from_the_sale()
    {
        var forms = await UnitForms.OpenAsync();
        var (_, unsold) = await BuildAsync(forms);
        await forms.FillAsync($"Change/Transfer/{unsold}", new() { ["Input.On"] = "2025-05-02", ["Input.People[0].Name"] = "周九", ["Input.HandedOverOn"] = "2025-05-11" });

        await forms.DraftAsync(May);

        Assert.Equal([(Developer, new Money(90_32)), ("周九", new Money(189_68))], await forms.BilledAsync(unsold, May, Fee));
    }

    [Fact]
    public async Task Is_refused_for_a_unit_without_a_buyer_and_a_second_time()
    {
        var forms = await UnitForms.OpenAsync();
        var (sold, unsold) = await BuildAsync(forms);

        Assert.Contains("还没有业主", await forms.RefusedAsync("Change/Handover", Handover("2025-05-11", unsold)), StringComparison.Ordinal);
        Assert.Contains("还没到", await forms.RefusedAsync("Change/Handover", Handover("2025-07-01", sold)), StringComparison.Ordinal);
        await forms.FillAsync("Change/Handover", Handover("2025-05-11", sold));
        Assert.Contains("已在 2025-05-11 交付", await forms.RefusedAsync("Change/Handover", Handover("2025-05-12", sold)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_taken_back_and_the_status_is_a_dated_fact()
    {
        var forms = await UnitForms.OpenAsync();
        var (sold, _) = await BuildAsync(forms);
        await forms.FillAsync("Change/Handover", Handover("2025-05-11", sold));

        var vacant = await forms.FillAsync($"Change/Status/{sold}", new() { ["Input.On"] = "2025-05-20", ["Input.Status"] = nameof(UnitStatus.Vacant) });
        await forms.FillAsync($"Change/Status/{sold}", new() { ["Input.On"] = "2025-05-15", ["Input.Status"] = nameof(UnitStatus.Renovating) });
        var status = await forms.Desk.See(db => db.Units.Where(u => u.Id == sold).Select(u => u.Status).SingleAsync());
        var undone = await forms.FillAsync($"Change/Status/{sold}", [], "UndoHandover");

        Assert.Contains("更改状态</b> 空置", vacant, StringComparison.Ordinal);
        Assert.Equal(UnitStatus.Vacant, status);
        Assert.Contains("撤销交付", undone, StringComparison.Ordinal);
        Assert.Contains("未交付", await forms.RefusedAsync($"Change/Status/{sold}", new() { ["Input.On"] = "2025-05-20", ["Input.Status"] = nameof(UnitStatus.Vacant) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_people_who_live_in_a_unit()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;

        var page = await forms.FillAsync($"Change/Status/{unit}", new() { ["people"] = "6" }, "People");

        Assert.Contains("更改居住人数", page, StringComparison.Ordinal);
        Assert.Equal(6, await forms.Desk.See(db => db.Units.Where(u => u.Id == unit).Select(u => u.People).SingleAsync()));
        Assert.Contains("居住人数须在", await forms.RefusedAsync($"Change/Status/{unit}", new() { ["people"] = "60" }, "People"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_charge_out_where_nobody_is_known_to_pay()
    {
        var forms = await UnitForms.OpenAsync();
        await forms.Desk.In(async (DeskDbContext db) =>
        {
            (await db.Units.SingleAsync(u => u.Number == "1803")).ChangeStatus(UnitStatus.NotHandedOver);
            return await db.SaveChangesAsync();
        });

        await forms.DraftAsync(May);

        var omitted = await forms.Desk.See(db => db.BillOmissions.Where(o => o.UnitCode == "3-2-1803").Select(o => o.Reason).ToListAsync());
        Assert.Equal([OmissionReason.NoPayer, OmissionReason.NoPayer], omitted);
    }

    private static Dictionary<string, string> Handover(string on, Guid unit) => new() { ["Input.On"] = on, ["Input.Units"] = unit.ToString() };

    // A new building of 100 m² flats at 2.80: one sold, one not, none handed over.
    private static async Task<(Guid Sold, Guid Unsold)> BuildAsync(UnitForms forms) => await forms.Desk.In(async (DeskDbContext db) =>
    {
        var community = await db.Communities.SingleAsync();
        var building = new Building(community, "9栋", 9);
        var (developer, buyer) = (new Owner(community, Developer, OwnerKind.Developer), new Owner(community, "孙八"));
        Unit[] units = [new(building, "1单元", "101", 100m, UnitKind.Residential), new(building, "1单元", "102", 100m, UnitKind.Residential)];
        units[0].ChangeStatus(UnitStatus.NotHandedOver);
        units[1].ChangeStatus(UnitStatus.Unsold);
        var tariff = await db.Tariffs.SingleAsync(t => t.Id == forms.Till.Own.PropertyTariff.Id);
        var start = new DateOnly(2025, 5, 1);
        db.AddRange([building, developer, buyer, .. units, new Ownership(units[0], buyer, start), new Ownership(units[1], developer, start)]);
        db.AddRange(units.Select(u => ChargeAssignment.OfUnit(tariff, u, start)));
        await db.SaveChangesAsync();
        return (units[0].Id, units[1].Id);
    });
}
