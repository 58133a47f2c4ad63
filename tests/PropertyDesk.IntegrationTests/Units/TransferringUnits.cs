using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Communities;
using static PropertyDesk.IntegrationTests.Units.UnitForms;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A unit changes hands (过户) by page, and the month is billed to both.</summary>
public sealed class TransferringUnits
{
    private const string Fee = "物业费";

    [Fact]
    public async Task Splits_the_month_between_seller_and_buyer()
    {
        var forms = await UnitForms.OpenAsync(Role.Collector);
        var unit = forms.Till.Own.Units[2];

        var page = await forms.FillAsync($"Change/Transfer/{unit.Id}", Buyer("2025-05-11", "王五", "13700001111"));
        await forms.DraftAsync(May);

        Assert.Contains("李娜 → 王五", page, StringComparison.Ordinal);
        Assert.Contains("测试员工", page, StringComparison.Ordinal);
        Assert.Equal([("李娜", new Money(80_77)), ("王五", new Money(169_63))], await forms.BilledAsync(unit.Id, May, Fee));
        Assert.All(await forms.WorkingsAsync(unit.Id, May, Fee), w => Assert.IsType<TransferWorking>(w));
        var ends = await forms.Desk.See(db => db.Ownerships.Where(o => o.UnitId == unit.Id).OrderBy(o => o.From).Select(o => o.To).ToListAsync());
        Assert.Equal([new DateOnly(2025, 5, 10), null], ends);
    }

    [Fact]
    public async Task Bills_several_owners_by_their_shares_when_the_unit_says_so()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        var fields = Buyer("2025-05-11", "王五", "13700001111");
        (fields["Input.People[0].Percent"], fields["Input.People[1].Name"], fields["Input.People[1].Percent"]) = ("60", "赵六", "40");

        await forms.FillAsync($"Change/Transfer/{unit.Id}", fields);
        await forms.FillAsync($"Change/Transfer/{unit.Id}", new() { ["way"] = nameof(OwnersPay.ByShares) }, "Pay");
        await forms.DraftAsync(May);

        // 250.40 by 10 : 12.6 : 8.4 days.
        Assert.Equal([("李娜", new Money(80_77)), ("王五", new Money(101_78)), ("赵六", new Money(67_85))], await forms.BilledAsync(unit.Id, May, Fee));
        var working = Assert.IsType<PayersWorking>((await forms.WorkingsAsync(unit.Id, May, Fee))[1]);
        Assert.Contains(WorkingText.Steps(working), step => step.Contains("21 天 × 份额 60%", StringComparison.Ordinal));
        Assert.Equal(3, await forms.Desk.See(db => db.Bills.CountAsync(b => b.UnitId == unit.Id && b.Period == May)));
    }

    [Fact]
    public async Task Three_equal_owners_pay_the_whole_between_them()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        var fields = Buyer("2025-05-01", "甲", "13700000001");
        (fields["Input.People[1].Name"], fields["Input.People[2].Name"]) = ("乙", "丙");

        await forms.FillAsync($"Change/Transfer/{unit.Id}", fields);
        await forms.FillAsync($"Change/Transfer/{unit.Id}", new() { ["way"] = nameof(OwnersPay.ByShares) }, "Pay");
        await forms.DraftAsync(May);

        var billed = await forms.BilledAsync(unit.Id, May, Fee);
        Assert.Equal(["甲", "乙", "丙"], billed.Select(b => b.Payer));
        Assert.Equal(new Money(250_40), Money.Sum(billed.Select(b => b.Amount)));
        Assert.All(billed, b => Assert.InRange(b.Amount.Fen, 83_46, 83_47));
    }

    [Fact]
    public async Task Warns_that_published_bills_stay_and_refuses_to_take_back_what_they_rest_on()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        var before = await forms.BilledAsync(unit.Id, new(2025, 4), Fee);

        var page = await forms.FillAsync($"Change/Transfer/{unit.Id}", Buyer("2025-04-20", "王五", "13700001111"));
        var refusal = await forms.RefusedAsync($"Change/Transfer/{unit.Id}", [], "Undo");

        Assert.Contains("2025-04 的账单已发布，保持不变", page, StringComparison.Ordinal);
        Assert.Contains("不能撤销", refusal, StringComparison.Ordinal);
        Assert.Equal(before, await forms.BilledAsync(unit.Id, new(2025, 4), Fee));
    }

    [Fact]
    public async Task Can_be_taken_back_while_nothing_is_billed()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2];
        await forms.FillAsync($"Change/Transfer/{unit.Id}", Buyer("2025-05-11", "王五", "13700001111"));

        var page = await forms.FillAsync($"Change/Transfer/{unit.Id}", [], "Undo");
        await forms.DraftAsync(May);

        Assert.Contains("撤销过户", page, StringComparison.Ordinal);
        Assert.Equal([("李娜", new Money(250_40))], await forms.BilledAsync(unit.Id, May, Fee));
    }

    [Fact]
    public async Task Keeps_the_same_person_once()
    {
        var forms = await UnitForms.OpenAsync();
        await forms.FillAsync($"Change/Transfer/{forms.Till.Own.Units[2].Id}", Buyer("2025-05-11", "张伟", "138 1234 1234"));

        Assert.Equal(1, await forms.Desk.See(db => db.Owners.CountAsync(o => o.Name == "张伟")));
        Assert.Equal(3, await forms.Desk.See(db => db.Ownerships.CountAsync(o => o.OwnerId == forms.Till.Own.Zhang.Id && o.To == null)));
    }

    [Theory]
    [InlineData("2024-01-01", "", "已有一次业主登记")]
    [InlineData("2025-05-11", "70", "份额合计 70%")]
    public async Task Refuses_what_makes_no_sense(string day, string percent, string message)
    {
        var forms = await UnitForms.OpenAsync();
        var fields = Buyer(day, "王五", "13700001111");
        fields["Input.People[0].Percent"] = percent;

        Assert.Contains(message, await forms.RefusedAsync($"Change/Transfer/{forms.Till.Own.Units[2].Id}", fields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_one_owner_when_several_clerks_record_at_once()
    {
        var forms = await UnitForms.OpenAsync();
        var unit = forms.Till.Own.Units[2].Id;

        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(async () =>
        {
            try
            {
                await forms.Desk.In((OwnershipTransfers t) => t.TransferAsync(unit, new TransferRequest(new DateOnly(2025, 5, 10 + (i % 3)), [new(new(null, $"买方{i}"))])));
            }
            catch (RuleViolation)
            {
                // Whoever came second is told so; what matters is what is left.
            }
        })));

        var owned = await forms.Desk.See(db => db.Ownerships.Where(o => o.UnitId == unit).OrderBy(o => o.From).ToListAsync());
        Assert.True(owned.Count > 1);
        Assert.Null(owned[^1].To);
        Assert.All(owned.Zip(owned.Skip(1)), pair => Assert.Equal(pair.Second.From.AddDays(-1), pair.First.To));
    }

    [Fact]
    public async Task Takes_no_owner_of_another_company()
    {
        var forms = await UnitForms.OpenAsync();
        var fields = Buyer("2025-05-11", "", "");
        fields["Input.People[0].OwnerId"] = forms.Till.Foreign.Zhang.Id.ToString();
        var page = forms.Address($"Change/Transfer/{forms.Till.Own.Units[2].Id}");

        using var answer = await Desk.PostAsync(forms.Browser, page, page, fields);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Is_not_for_the_service_desk()
    {
        var forms = await UnitForms.OpenAsync(Role.ServiceDesk);

        using var answer = await forms.Browser.GetAsync(forms.Address($"Change/Transfer/{forms.Till.Own.Units[2].Id}"));

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Dictionary<string, string> Buyer(string day, string name, string phone) => new()
    {
        ["Input.On"] = day,
        ["Input.People[0].Name"] = name,
        ["Input.People[0].Phone"] = phone,
    };
}
