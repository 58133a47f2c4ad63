using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Owners;
using static PropertyDesk.IntegrationTests.Units.UnitForms;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A renter (租户) pays the chosen charges between two days, on a bill of his own.</summary>
public sealed class RentingUnits
{
    [Fact]
    public async Task Makes_the_chosen_charges_the_renters_from_a_day_on()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];

        var page = await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-11", "", "物业费"));
        await forms.DraftAsync(May);

        Assert.Contains("租户入住</b> 吴十 · 物业费", page, StringComparison.Ordinal);
        Assert.Contains("136****0000", page, StringComparison.Ordinal);
        Assert.Equal([("李娜", new Money(80_77)), ("吴十", new Money(169_63))], await forms.BilledAsync(unit.Id, May, "物业费"));
        Assert.Equal([("李娜", new Money(8_00))], await forms.BilledAsync(unit.Id, May, "垃圾费"));
        Assert.Equal(2, await forms.Desk.See(db => db.Bills.CountAsync(b => b.UnitId == unit.Id && b.Period == May)));
        var working = (await forms.WorkingsAsync(unit.Id, May, "物业费"))[1];
        Assert.Contains(WorkingText.Steps(working), step => step.Contains("本人负担 2025-05-11 至 2025-05-31，21 天", StringComparison.Ordinal));
        Assert.Equal(OwnerKind.Lessee, await forms.Desk.See(db => db.Owners.Where(o => o.Name == "吴十").Select(o => o.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Gives_the_charges_back_to_the_owner_when_it_ends()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-01", "", "垃圾费"));
        var lease = await forms.Desk.See(db => db.Leases.Select(l => l.Id).SingleAsync());

        await forms.FillAsync($"Change/LeaseEnd/{lease}", new() { ["To"] = "2025-05-16" });
        await forms.DraftAsync(May);

        Assert.Equal([("李娜", new Money(3_87)), ("吴十", new Money(4_13))], (await forms.BilledAsync(unit.Id, May, "垃圾费")).OrderBy(b => b.Amount));
        var renter = await forms.Desk.See(db => db.Leases.Select(l => l.LesseeId).SingleAsync());
        var page = WebUtility.HtmlDecode(await forms.Browser.GetStringAsync($"/{forms.Desk.Company.Slug}/Owners/Details/{renter}"));
        Assert.Contains("缴 垃圾费", page, StringComparison.Ordinal);
        Assert.Contains("3-2-1803", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_second_renter_for_the_same_charge_and_days()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-01", "2025-05-20", "物业费"));

        Assert.Contains("起已由租户 吴十 缴", await forms.RefusedAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-20", "", "物业费")), StringComparison.Ordinal);
        await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-21", "", "物业费"));
        await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-01", "", "垃圾费"));
        Assert.Contains("请选择由租户缴纳", await forms.RefusedAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-01", "", "无此项目")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_taken_back_while_nothing_is_billed()
    {
        var forms = await UnitForms.OpenAsync();
        var (late, early) = (forms.Till.Own.Units[2], forms.Till.Own.Units[1]);
        await forms.FillAsync($"Change/Lease/{late.Id}", await LeaseAsync(forms, "2025-05-01", "", "物业费"));
        await forms.FillAsync($"Change/Lease/{early.Id}", await LeaseAsync(forms, "2025-04-01", "", "物业费"));
        var leases = await forms.Desk.See(db => db.Leases.ToDictionaryAsync(l => l.UnitId, l => l.Id));

        await forms.FillAsync($"Change/LeaseEnd/{leases[late.Id]}", [], "Undo");
        var refusal = await forms.RefusedAsync($"Change/LeaseEnd/{leases[early.Id]}", new() { ["To"] = "2025-05-31" }, "Undo");
        await forms.DraftAsync(May);

        Assert.Contains("不能撤销", refusal, StringComparison.Ordinal);
        Assert.Equal([("李娜", new Money(250_40))], await forms.BilledAsync(late.Id, May, "物业费"));
    }

    [Fact]
    public async Task Splits_a_month_with_transfer_and_renter_without_losing_a_fen()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        await forms.FillAsync($"Change/Lease/{unit.Id}", await LeaseAsync(forms, "2025-05-08", "2025-05-20", "物业费"));
        await forms.FillAsync($"Change/Transfer/{unit.Id}", new() { ["Input.On"] = "2025-05-15", ["Input.People[0].Name"] = "王五" });

        await forms.DraftAsync(May);

        var billed = await forms.BilledAsync(unit.Id, May, "物业费");
        Assert.Equal(["李娜", "吴十", "王五"], billed.Select(b => b.Payer));
        Assert.Equal(new Money(250_40), Money.Sum(billed.Select(b => b.Amount)));
        Assert.Equal([7m, 13m, 11m], Assert.IsType<PayersWorking>((await forms.WorkingsAsync(unit.Id, May, "物业费"))[0]).Weights);
    }

    private static async Task<Dictionary<string, string>> LeaseAsync(UnitForms forms, string from, string to, string item)
    {
        var id = await forms.Desk.See(db => db.ChargeItems.Where(i => i.Name == item).Select(i => (Guid?)i.Id).SingleOrDefaultAsync());
        var fields = new Dictionary<string, string> { ["Input.Name"] = "吴十", ["Input.Phone"] = "13600000000", ["Input.From"] = from, ["Input.To"] = to };
        if (id is not null)
        {
            fields["Input.Items"] = id.Value.ToString();
        }

        return fields;
    }
}
