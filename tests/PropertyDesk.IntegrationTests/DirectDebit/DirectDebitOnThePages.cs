using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>The whole way by page: layout, mandate, preview, batch, file, return; and no page shows an account.</summary>
public sealed partial class DirectDebitOnThePages
{
    [Fact]
    public async Task From_a_mandate_to_a_receipt_by_page()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        await desk.Desk.In(async (Application.DeskDbContext db) => await db.Mandates.ExecuteDeleteAsync());
        var finance = await desk.Desk.SignInAsync(Role.Finance);
        var root = $"/{desk.Desk.Company.Slug}";

        var layout = await PostAsync(finance, $"{root}/DirectDebit/Layouts", "", new() { ["profile"] = "Fixed", ["name"] = "建行代扣", ["merchantNumber"] = "M10086", ["purpose"] = "物业费" });
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(finance, layout.Location, "", Fields(await finance.GetStringAsync(layout.Location)))).Status);
        var kept = await desk.Desk.See(db => db.DebitLayouts.SingleAsync(l => l.Name == "建行代扣"));
        Assert.Equal(ShippedFormats.Fixed.ToJson(), kept.FormatJson);

        for (var i = 0; i < 2; i++)
        {
            var page = $"{root}/DirectDebit/Mandates/New/{desk.Owners[i].Id}";
            var refused = await Desk.PostAsync(finance, page, page, Mandate("12"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var made = await PostAsync(finance, page, "", Mandate(DebitDesk.Account(i)));
            Assert.Contains("****" + DebitDesk.Account(i)[^4..], await finance.GetStringAsync(made.Location), StringComparison.Ordinal);
        }

        var fresh = $"{root}/DirectDebit/New";
        Dictionary<string, string> scope() => new() { ["Communities"] = desk.Community.Id.ToString(), ["LayoutId"] = kept.Id.ToString(), ["Due"] = "" };
        var preview = await (await Desk.PostAsync(finance, fresh, fresh + "?handler=Preview", scope())).Content.ReadAsStringAsync();
        Assert.Contains("2 户 ¥30.00", preview, StringComparison.Ordinal);
        var batch = await PostAsync(finance, fresh, "?handler=Make", new(scope()) { ["SeenCount"] = "2", ["SeenFen"] = "3000" });
        Assert.Contains("托收中", await finance.GetStringAsync($"{root}/Payments/Take/{desk.Owners[0].Id}"), StringComparison.Ordinal);
        await PostAsync(finance, batch.Location, "?handler=Export", []);
        var id = batch.Location.Split('/')[^1];
        var file = await finance.GetByteArrayAsync($"{root}/directdebit/{id}/file");
        Assert.Equal(file, await finance.GetByteArrayAsync($"{root}/directdebit/{id}/file"));

        var bank = new BankSim(BankFile.Fixed);
        var answer = bank.Answer(bank.Read(file), bank.Day(desk.Today), l => l.Sequence == 1 ? BankSim.Paid : BankSim.NoMoney);
        var result = await UploadAsync(finance, batch.Location, answer);
        Assert.Equal(HttpStatusCode.Redirect, result.StatusCode);
        var told = await finance.GetStringAsync(result.Headers.Location);
        Assert.Contains("余额不足", told, StringComparison.Ordinal);
        var garbled = await UploadAsync(finance, batch.Location, answer[..^20]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, garbled.StatusCode);

        var failed = await desk.Desk.See(db => db.DebitLines.SingleAsync(l => l.State == DebitLineState.Failed));
        foreach (var page in new[] { "/DirectDebit", batch.Location[root.Length..], $"/DirectDebit/Line/{failed.Id}", "/DirectDebit/Mandates", $"/Owners/Details/{failed.OwnerId}", $"/Payments/Take/{failed.OwnerId}" })
        {
            var html = await finance.GetStringAsync(root + page);
            Assert.DoesNotContain(DebitDesk.Account(0), html, StringComparison.Ordinal);
            Assert.DoesNotContain(DebitDesk.Account(1), html, StringComparison.Ordinal);
            if (page != "/DirectDebit" && page != "/DirectDebit/Mandates")
            {
                Assert.Contains("余额不足", html, StringComparison.Ordinal);
            }
        }

        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task An_owner_sees_that_the_bank_collects_and_a_collector_can_take_a_bill_out()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m);
        await desk.MakeAsync();
        var root = $"/{desk.Desk.Company.Slug}";
        var owner = await desk.Desk.SignInAsync(user => Membership.OfOwner(desk.Owners[0], user));
        var collector = await desk.Desk.SignInAsync(Role.Collector);

        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync($"{root}/DirectDebit")).StatusCode);
        var take = $"{root}/Payments/Take/{desk.Owners[0].Id}";
        Assert.Contains("托收中", await collector.GetStringAsync(take), StringComparison.Ordinal);
        var bill = await desk.BillAsync(0);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(collector, take, $"?handler=TakeOut&billId={bill.Id}", [])).Status);
        Assert.DoesNotContain("托收中", await collector.GetStringAsync(take), StringComparison.Ordinal);
        Assert.DoesNotContain("托收中", await owner.GetStringAsync($"{root}/portal/pay"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layout_that_lacks_what_proves_the_money_is_refused()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m);
        var finance = await desk.Desk.SignInAsync(Role.Finance);
        var page = $"/{desk.Desk.Company.Slug}/DirectDebit/Layouts/Edit/{desk.Layout}";
        var fields = Fields(await finance.GetStringAsync(page));
        foreach (var total in fields.Where(f => f.Value == nameof(DebitField.Total)).Select(f => f.Key).ToList())
        {
            fields[total] = "";
        }

        var answer = await Desk.PostAsync(finance, page, page, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("缺少总金额", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Mandate(string account) => new()
    {
        ["Input.Bank"] = "建设银行",
        ["Input.Account"] = account,
        ["Input.Holder"] = "业主𠮷",
        ["Input.AgreementNumber"] = "XY-1",
        ["Input.From"] = "2025-01-01",
        ["Input.Limit"] = "500",
    };

    private static async Task<(HttpStatusCode Status, string Location)> PostAsync(HttpClient client, string page, string query, Dictionary<string, string> fields)
    {
        var answer = await Desk.PostAsync(client, page, page + query, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return (answer.StatusCode, answer.Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string page, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Desk.TokenAsync(client, page)), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", "return.txt" } };
        return await client.PostAsync(page + "?handler=Return", form);
    }

    /// <summary>What a browser would send of a page's forms, unchanged.</summary>
    private static Dictionary<string, string> Fields(string html)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in Inputs().Matches(html).Select(m => m.Value))
        {
            var (name, value) = (Attribute(input, "name"), Attribute(input, "value") ?? "");
            if (name is not null && (!input.Contains("\"checkbox\"", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal)) && (!input.Contains("\"hidden\"", StringComparison.Ordinal) || !fields.ContainsKey(name)))
            {
                fields[name] = value;
            }
        }

        foreach (Match select in Selects().Matches(html))
        {
            var chosen = Options().Matches(select.Value).Select(o => o.Value).FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal));
            fields[Attribute(select.Value, "name")!] = chosen is null ? "" : Attribute(chosen, "value") ?? "";
        }

        return fields;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();
}
