using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Units;

/// <summary>A community with March and April published, and somebody at the desk who records facts about its units by page.</summary>
internal sealed class UnitForms
{
    public static readonly BillingMonth May = new(2025, 5);

    private UnitForms(Till till, HttpClient browser) => (Till, Browser) = (till, browser);

    public Till Till { get; }

    public HttpClient Browser { get; }

    public Desk Desk => Till.Desk;

    public static async Task<UnitForms> OpenAsync(Role role = Role.Manager)
    {
        var till = await Till.OpenAsync();
        return new UnitForms(till, await till.Desk.SignInAsync(role));
    }

    public string Address(string page) => $"/{Desk.Company.Slug}/Units/{page}";

    /// <summary>Fills a form and expects to be led on; gives the text of the page that follows.</summary>
    public async Task<string> FillAsync(string page, Dictionary<string, string> fields, string handler = "")
    {
        var answer = await PostAsync(page, fields, handler);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return WebUtility.HtmlDecode(await Browser.GetStringAsync(answer.Headers.Location));
    }

    /// <summary>Fills a form and expects a refusal; gives the text of the page that says so.</summary>
    public async Task<string> RefusedAsync(string page, Dictionary<string, string> fields, string handler = "")
    {
        var answer = await PostAsync(page, fields, handler);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Makes the month's draft.</summary>
    public Task<DraftResult> DraftAsync(BillingMonth month) => Desk.In((BillRuns runs) => runs.DraftAsync(Till.Own.Community.Id, month));

    /// <summary>What each payer of a unit gets for a charge in a month, by name, in the order of the bills.</summary>
    public Task<List<(string Payer, Money Amount)>> BilledAsync(Guid unitId, BillingMonth month, string item) => Desk.See(async db =>
        (await db.BillLines.Where(l => l.Bill.UnitId == unitId && l.Period == month && l.ItemName == item).OrderBy(l => l.Bill.Number)
            .Select(l => new { l.Bill.OwnerName, l.Amount }).ToListAsync()).ConvertAll(l => (l.OwnerName, l.Amount)));

    /// <summary>The workings of a unit's lines, each checked to recompute to its amount.</summary>
    public async Task<List<LineWorking>> WorkingsAsync(Guid unitId, BillingMonth month, string item)
    {
        var lines = await Desk.See(db => db.BillLines.Where(l => l.Bill.UnitId == unitId && l.Period == month && l.ItemName == item)
            .OrderBy(l => l.Bill.Number).Select(l => new { l.Amount, l.Working }).ToListAsync());
        Assert.All(lines, l => Assert.Equal(l.Amount, LineWorking.FromJson(l.Working).Recompute()));
        return lines.ConvertAll(l => LineWorking.FromJson(l.Working));
    }

    private Task<HttpResponseMessage> PostAsync(string page, Dictionary<string, string> fields, string handler) =>
        Desk.PostAsync(Browser, Address(page), Address(page) + (handler.Length > 0 ? "?handler=" + handler : ""), fields);
}
