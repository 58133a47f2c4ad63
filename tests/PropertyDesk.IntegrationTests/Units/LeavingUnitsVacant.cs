using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;
using static PropertyDesk.IntegrationTests.Units.UnitForms;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A vacant unit (空置) pays less once another person approved it: the gross line stays, the relief stands beside it.</summary>
public sealed class LeavingUnitsVacant
{
    [Fact]
    public async Task Takes_the_relief_off_the_gross_line_as_the_golden_case_says()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = await BuildAsync(forms);
        var request = await RequestAsync(forms, unit, "2025-05-11", "");

        await ApproveAsync(forms, request);
        await forms.DraftAsync(May);

        var bill = await forms.Desk.See(db => db.Bills.Include(b => b.Lines).Include(b => b.Credits).AsNoTracking().SingleAsync(b => b.UnitId == unit && b.Period == May));
        Assert.Equal((new Money(321_50), new Money(65_34), new Money(256_16)), (bill.Total, bill.Credited, bill.Outstanding));
        var credit = Assert.Single(bill.Credits);
        Assert.Equal((BillCreditKind.Vacancy, new Money(65_34)), (credit.Kind, credit.Amount));
        var working = LineWorking.FromJson(credit.Working);
        Assert.Equal(new Money(-65_34), working.Recompute());
        Assert.Contains(WorkingText.Steps(working), step => step.Contains("空置期间按 70% 收取", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Books_what_is_left_and_keeps_the_ledger_sound()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = await BuildAsync(forms);
        await ApproveAsync(forms, await RequestAsync(forms, unit, "2025-05-11", ""));
        var draft = await forms.DraftAsync(May);

        await forms.Desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));

        Assert.True((await forms.Till.AuditAsync()).IsSound);
        Assert.Equal(new Money(256_16), await forms.Desk.See(db => db.Bills.Where(b => b.UnitId == unit).Select(b => b.Outstanding).SingleAsync()));
    }

    [Fact]
    public async Task Waits_among_the_approvals()
    {
        var forms = await UnitForms.OpenAsync();
        await RequestAsync(forms, forms.Till.Own.Units[2].Id, "2025-05-11", "");
        using var finance = await forms.Desk.SignInAsync(Role.Finance);

        var page = await finance.GetStringAsync($"/{forms.Desk.Company.Slug}/Approvals");

        Assert.Contains("3-2-1803", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_another_person_to_approve_it()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        var request = await RequestAsync(forms, unit, "2025-05-11", "");

        var refusal = await forms.RefusedAsync($"Decide/Vacancy/{request}", [], "Approve");
        await forms.DraftAsync(May);

        Assert.Contains("申请人不能审批自己的申请", refusal, StringComparison.Ordinal);
        Assert.Equal(0, await forms.Desk.See(db => db.BillCredits.CountAsync()));
    }

    [Fact]
    public async Task Is_not_decided_by_a_collector()
    {
        var forms = await UnitForms.OpenAsync(Role.Collector);
        var request = await RequestAsync(forms, forms.Till.Own.Units[2].Id, "2025-05-11", "");

        using var answer = await forms.Browser.GetAsync(forms.Address($"Decide/Vacancy/{request}"));

        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Gives_nothing_when_rejected_which_needs_a_reason()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        var request = await RequestAsync(forms, unit, "2025-05-11", "");
        using var other = await forms.Desk.SignInAsync(Role.Finance);
        var page = forms.Address($"Decide/Vacancy/{request}");

        using var bare = await Desk.PostAsync(other, page, page + "?handler=Reject", []);
        using var rejected = await Desk.PostAsync(other, page, page + "?handler=Reject", new() { ["Note"] = "水表仍在走" });
        await forms.DraftAsync(May);

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, rejected.StatusCode);
        Assert.Equal(0, await forms.Desk.See(db => db.BillCredits.CountAsync()));
        await RequestAsync(forms, unit, "2025-05-11", "");
    }

    [Fact]
    public async Task Ends_on_a_day_and_two_stretches_of_a_month_are_one_relief()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        var first = await RequestAsync(forms, unit, "2025-05-01", "");
        await ApproveAsync(forms, first);
        await forms.FillAsync($"Change/VacancyEnd/{first}", new() { ["To"] = "2025-05-10" });
        await ApproveAsync(forms, await RequestAsync(forms, unit, "2025-05-21", ""));

        await forms.DraftAsync(May);

        // 250.40 × 30 % × (10 + 11) ÷ 31
        Assert.Equal([new Money(50_89)], await forms.Desk.See(db => db.BillCredits.Select(c => c.Amount).ToListAsync()));
    }

    [Fact]
    public async Task Gives_each_payer_the_relief_of_the_own_days()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        await forms.FillAsync($"Change/Transfer/{unit}", new() { ["Input.On"] = "2025-05-11", ["Input.People[0].Name"] = "王五" });
        await ApproveAsync(forms, await RequestAsync(forms, unit, "2025-05-11", ""));

        await forms.DraftAsync(May);

        // Only the buyer's 169.63 is reduced, by 30 %.
        var credits = await forms.Desk.See(db => db.BillCredits.Select(c => new { c.Bill.OwnerName, c.Amount }).ToListAsync());
        Assert.Equal(("王五", new Money(50_89)), (credits.Single().OwnerName, credits.Single().Amount));
    }

    [Fact]
    public async Task Reduces_only_the_charges_that_allow_it()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        await ApproveAsync(forms, await RequestAsync(forms, unit, "2025-05-01", ""));
        var items = await forms.Desk.See(db => db.ChargeItems.ToDictionaryAsync(i => i.Name, i => i.Id));

        await forms.FillAsync("Decide/Index", new() { ["item"] = items["物业费"].ToString(), ["allowed"] = "false" }, "Item");
        await forms.FillAsync("Decide/Index", new() { ["item"] = items["垃圾费"].ToString(), ["allowed"] = "true" }, "Item");
        await forms.DraftAsync(May);

        Assert.Equal([new Money(2_40)], await forms.Desk.See(db => db.BillCredits.Select(c => c.Amount).ToListAsync()));
    }

    /// <summary>A quarter billed in arrears is relieved month by month, as if each month were billed alone.</summary>
    [Fact]
    public async Task Relieves_months_that_are_billed_together_one_by_one()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = await BuildAsync(forms, new DateOnly(2025, 4, 1));
        await forms.Desk.In(async (DeskDbContext db) =>
        {
            (await db.Tariffs.SingleAsync(t => t.Scope == TariffScope.Shop)).BillTogether(3, inAdvance: false, yearStart: 1);
            return await db.SaveChangesAsync();
        });
        await ApproveAsync(forms, await RequestAsync(forms, unit, "2025-05-11", ""));

        await forms.DraftAsync(new BillingMonth(2025, 6));

        var bill = await forms.Desk.See(db => db.Bills.Include(b => b.Credits).AsNoTracking().SingleAsync(b => b.UnitId == unit));
        Assert.Equal(new Money(964_50), bill.Total);
        Assert.Equal([new Money(65_34), new Money(96_45)], bill.Credits.Select(c => c.Amount).Order());
        Assert.All(bill.Credits, c => Assert.Equal(-c.Amount, LineWorking.FromJson(c.Working).Recompute()));
    }

    [Fact]
    public async Task Refuses_days_that_have_relief_and_a_rate_of_the_whole()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;
        await RequestAsync(forms, unit, "2025-05-11", "2025-05-20");

        Assert.Contains("已有空置减免或待批", await forms.RefusedAsync($"Change/Vacancy/{unit}", Fields("2025-05-20", "", "70")), StringComparison.Ordinal);
        await RequestAsync(forms, unit, "2025-05-21", "");
    }

    private static Dictionary<string, string> Fields(string from, string to, string percent) =>
        new() { ["Input.From"] = from, ["Input.To"] = to, ["Input.Percent"] = percent, ["Input.Reason"] = "业主出国" };

    private static async Task<Guid> RequestAsync(UnitForms forms, Guid unit, string from, string to)
    {
        var known = await forms.Desk.See(db => db.Vacancies.Select(v => v.Id).ToListAsync());
        await forms.FillAsync($"Change/Vacancy/{unit}", Fields(from, to, "70"));
        return await forms.Desk.See(db => db.Vacancies.Where(v => !known.Contains(v.Id)).Select(v => v.Id).SingleAsync());
    }

    private static async Task ApproveAsync(UnitForms forms, Guid request)
    {
        using var other = await forms.Desk.SignInAsync(Role.Finance);
        var page = forms.Address($"Decide/Vacancy/{request}");
        using var answer = await Desk.PostAsync(other, page, page + "?handler=Approve", []);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    // A shop of 128.60 m² at 2.50.
    private static Task<Guid> BuildAsync(UnitForms forms, DateOnly? from = null) => forms.Desk.In(async (DeskDbContext db) =>
    {
        var building = await db.Buildings.SingleAsync();
        var unit = new Unit(building, null, "S1", 128.60m, UnitKind.Shop);
        var tariff = new Tariff(await db.ChargeItems.SingleAsync(i => i.Name == "物业费"), TariffScope.Shop, ChargeMethod.AreaTimesPrice);
        tariff.AddVersion(new DateOnly(2024, 1, 1), 2.50m, null, "元/㎡·月");
        db.AddRange(unit, tariff, ChargeAssignment.OfUnit(tariff, unit, from ?? new DateOnly(2025, 5, 1)), new Ownership(unit, await db.Owners.FirstAsync(o => o.Name == "李娜"), new DateOnly(2024, 1, 1)));
        await db.SaveChangesAsync();
        return unit.Id;
    });
}
