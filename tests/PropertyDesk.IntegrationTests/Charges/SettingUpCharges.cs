using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Charges;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Charges;

/// <summary>A community's charges from nothing, on pages, as a new collector does it.</summary>
public sealed class SettingUpCharges
{
    [Fact]
    public async Task One_form_sets_up_the_usual_charges_and_the_month_can_be_billed()
    {
        var bare = await BareCommunity.OpenAsync();

        var page = await bare.FillAsync($"Tariffs/Start?community={bare.Community.Id}", StartForm(bare, ("物业费", TariffScope.Residential, "2.8"), ("物业费", TariffScope.Shop, "5"), ("水费", TariffScope.AllUnits, "0-15:3;15-:5")));

        Assert.Contains("已建立 3 项收费，7 个收费对象开始计费。", page, StringComparison.Ordinal);
        var fees = await bare.ChargedAsync("物业费");
        Assert.Equal([("1-1-101", new Money(280_00)), ("1-1-102", new Money(280_00)), ("1-1-103", new Money(280_00)), ("1-S1", new Money(250_00))], fees.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value)));
        Assert.Equal(new Money(70_00), (await bare.ChargedAsync("水费"))["1-1-101"]);
    }

    [Fact]
    public async Task Nothing_chosen_or_no_price_is_refused_and_nothing_is_kept()
    {
        var bare = await BareCommunity.OpenAsync();
        var start = $"Tariffs/Start?community={bare.Community.Id}";

        Assert.Contains("请至少选择一个收费项目并填写价格。", await bare.AnswerAsync(start, StartForm(bare)), StringComparison.Ordinal);
        Assert.Contains("“两块八”不是价格", await bare.AnswerAsync(start, StartForm(bare, ("生活垃圾费", TariffScope.Residential, "8"), ("物业费", TariffScope.Residential, "两块八"))), StringComparison.Ordinal);
        Assert.Contains("应从上一档的上限 15 开始", await bare.AnswerAsync(start, StartForm(bare, ("物业费", TariffScope.Residential, "2.8"), ("水费", TariffScope.AllUnits, "0-15:3;16-:5"))), StringComparison.Ordinal);
        Assert.Equal(0, await bare.Desk.See(db => db.ChargeItems.CountAsync()));
    }

    [Fact]
    public async Task A_form_makes_an_item_with_its_price_and_charges_its_scope()
    {
        var bare = await BareCommunity.OpenAsync();

        var page = await bare.FillAsync(Add(bare), AddForm("垃圾费", ChargeMethod.FixedPerMonth, TariffScope.Residential, price: "8"));

        Assert.Contains("垃圾费已保存，3 个收费对象开始计费。", page, StringComparison.Ordinal);
        Assert.Equal(3, (await bare.ChargedAsync("垃圾费")).Count(c => c.Value == new Money(8_00)));
    }

    [Fact]
    public async Task A_name_or_scope_that_is_taken_is_refused()
    {
        var bare = await BareCommunity.OpenAsync();
        var form = AddForm("垃圾费", ChargeMethod.FixedPerMonth, TariffScope.Residential, price: "8");
        await bare.FillAsync(Add(bare), form);
        var item = await bare.Desk.See(db => db.ChargeItems.Select(i => i.Id).SingleAsync());

        Assert.Contains("已有同名的收费项目。", await bare.AnswerAsync(Add(bare), form), StringComparison.Ordinal);
        Assert.Contains("已有收费标准", await bare.AnswerAsync($"Tariffs/Add?item={item}", form), StringComparison.Ordinal);
        form["Input.Scope"] = nameof(TariffScope.Shop);
        Assert.Contains("1 个收费对象开始计费", await bare.FillAsync($"Tariffs/Add?item={item}", form), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChargeMethod.MeteredYearlyTiers, TariffScope.AllUnits, "", "0-15:3;16-:5", "第 2 档从 16 开始，应从上一档的上限 15 开始。")]
    [InlineData(ChargeMethod.AreaTimesPrice, TariffScope.Parking, "2.8", "", "“建筑面积×单价”只能用于：住宅、商铺、全部房屋。")]
    [InlineData(ChargeMethod.AreaTimesPrice, TariffScope.Residential, "", "", "请填写单价，且不能为负数。")]
    public async Task What_the_method_cannot_use_is_refused_with_the_place(ChargeMethod method, TariffScope scope, string price, string tiers, string message)
    {
        var bare = await BareCommunity.OpenAsync();
        Assert.Contains(message, await bare.AnswerAsync(Add(bare), AddForm("新费", method, scope, price, tiers)), StringComparison.Ordinal);
        Assert.Equal(0, await bare.Desk.See(db => db.ChargeItems.CountAsync()));
    }

    [Fact]
    public async Task A_price_can_be_tried_on_a_unit_without_saving_it()
    {
        var bare = await BareCommunity.OpenAsync();
        var form = AddForm("水费", ChargeMethod.MeteredYearlyTiers, TariffScope.AllUnits, tiers: "0-15:3;15-:5");
        (form["Input.TrialUnit"], form["Input.TrialUse"]) = ("1栋1单元102", "20");

        var page = await bare.AnswerAsync(Add(bare), form, "Try", HttpStatusCode.OK);

        Assert.Contains("1-1-102，2025-05：¥70.00", page, StringComparison.Ordinal);
        Assert.Equal(0, await bare.Desk.See(db => db.ChargeItems.CountAsync()));
    }

    [Theory]
    [InlineData(ChargeMethod.Formula, "Input.Formula", "建筑面积 × 0.35 + 20", "1-1-101，2025-05：¥55.00")]
    [InlineData(ChargeMethod.FixedPerQuarter, "Input.Price", "90", "1-1-101，2025-06：¥90.00")]
    [InlineData(ChargeMethod.Metered, "Input.MinimumCharge", "50", "1-1-101，2025-05：¥50.00")]
    [InlineData(ChargeMethod.AreaTimesPrice, "Input.FixedPart", "12", "1-1-101，2025-05：¥212.00")]
    [InlineData(ChargeMethod.SharedByHousehold, "Input.Price", "1", "1-1-101，2025-05：¥5.00")]
    public async Task Every_method_can_be_tried_with_its_own_fields(ChargeMethod method, string field, string value, string expected)
    {
        var bare = await BareCommunity.OpenAsync();
        var form = AddForm("新费", method, method.Scopes()[0], method.HasUnitPrice() ? "2" : "");
        (form[field], form["Input.TrialUnit"], form["Input.TrialUse"]) = (value, "1-1-101", "20");

        Assert.Contains(expected, await bare.AnswerAsync(Add(bare), form, "Try", HttpStatusCode.OK), StringComparison.Ordinal);
        await bare.FillAsync(Add(bare), form);
        Assert.Equal(1, await bare.Desk.See(db => db.Tariffs.CountAsync(t => t.Method == method)));
    }

    [Theory]
    [InlineData("建筑面积 × ")]
    [InlineData("建筑面积 ÷ (人数 − 人数)")]
    [InlineData("房间数 × 3")]
    public async Task A_formula_that_cannot_be_computed_is_refused_at_its_field(string formula)
    {
        var bare = await BareCommunity.OpenAsync();
        var form = AddForm("新费", ChargeMethod.Formula, TariffScope.Residential);
        form["Input.Formula"] = formula;

        var page = await bare.AnswerAsync(Add(bare), form);

        Assert.Contains("data-valmsg-for=\"Input.Formula\"", page, StringComparison.Ordinal);
        Assert.Contains("公式", page, StringComparison.Ordinal);
        Assert.Equal(0, await bare.Desk.See(db => db.Tariffs.CountAsync()));
    }

    [Fact]
    public async Task An_item_is_renamed_for_later_bills()
    {
        var bare = await BareCommunity.OpenAsync();
        await bare.FillAsync(Add(bare), AddForm("垃圾费", ChargeMethod.FixedPerMonth, TariffScope.Residential, price: "8"));
        var item = await bare.Desk.See(db => db.ChargeItems.Select(i => i.Id).SingleAsync());

        await bare.FillAsync($"Tariffs/Item/{item}", new() { ["Input.Name"] = "生活垃圾清运费", ["Input.OnBehalf"] = "true", ["Input.Priority"] = "5", ["Input.VatPercent"] = "0" });

        Assert.Equal(new ItemFacts("生活垃圾清运费", OnBehalf: true, 5, 0m, PurseClass.Property), (await bare.Desk.In((TariffQueries q) => q.ItemAsync(item))).Facts);
        await bare.FillAsync($"Tariffs/Item/{item}", new() { ["Input.Name"] = "生活垃圾清运费", ["Input.Priority"] = "5", ["Input.VatPercent"] = "0", ["Input.PurseClass"] = "Utilities" });
        Assert.Equal(PurseClass.Utilities, (await bare.Desk.In((TariffQueries q) => q.ItemAsync(item))).Facts.PurseClass);
    }

    [Fact]
    public async Task The_service_desk_may_not_set_prices()
    {
        var bare = await BareCommunity.OpenAsync(Role.ServiceDesk);
        Assert.Equal(HttpStatusCode.Forbidden, (await bare.Browser.GetAsync($"/{bare.Desk.Company.Slug}/{Add(bare)}")).StatusCode);
    }

    internal static string Add(BareCommunity bare) => $"Tariffs/Add?community={bare.Community.Id}";

    internal static Dictionary<string, string> AddForm(string name, ChargeMethod method, TariffScope scope, string price = "", string tiers = "", bool chargeAll = true) => new(StringComparer.Ordinal)
    {
        ["Input.Name"] = name,
        ["Input.VatPercent"] = "6",
        ["Input.Method"] = method.ToString(),
        ["Input.Scope"] = scope.ToString(),
        ["Input.MeterKind"] = method.IsMetered() ? "Water" : "",
        ["Input.ValidFrom"] = "2025-05-01",
        ["Input.Price"] = price,
        ["Input.Tiers"] = tiers,
        ["Input.ChargeAll"] = chargeAll ? "true" : "false",
    };

    private static Dictionary<string, string> StartForm(BareCommunity bare, params (string Name, TariffScope Scope, string Price)[] chosen)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["Community"] = bare.Community.Id.ToString(), ["Input.ValidFrom"] = "2025-05-01", ["Input.ChargeAll"] = "true" };
        foreach (var (charge, i) in CommonCharges.All.Select((c, i) => (c, i)))
        {
            form[$"Input.Rows[{i}].VatPercent"] = "6";
            form[$"Input.Rows[{i}].Price"] = chosen.FirstOrDefault(c => (c.Name, c.Scope) == (charge.Name, charge.Scope)).Price ?? "";
        }

        return form;
    }
}
