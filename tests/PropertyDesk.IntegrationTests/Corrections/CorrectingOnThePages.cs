using System.Net;
using System.Text.RegularExpressions;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.IntegrationTests.Corrections;

/// <summary>The same acts as a collector and a manager do them: by the forms.</summary>
public sealed partial class CorrectingOnThePages
{
    [Fact]
    public async Task A_collector_asks_and_a_manager_approves()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var collector = await desk.Till.Desk.SignInAsync(Role.Collector);
        var request = await WaiveAsync(desk, collector, bill, "30", "");
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync(Address(desk, $"/approvals/decide/{request}"))).StatusCode);

        var manager = await desk.Till.Desk.SignInAsync(Role.Manager);
        var page = Address(desk, $"/approvals/decide/{request}");
        var answer = await Desk.PostAsync(manager, page, page + "?handler=Approve", new() { ["Note"] = "同意" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Money.Exact(75.12m), (await desk.LisBillAsync()).Credited);
        Assert.Contains("-¥75.12", WebUtility.HtmlDecode(await manager.GetStringAsync(Address(desk, $"/bills/details/{bill.Id}"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_why()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var collector = await desk.Till.Desk.SignInAsync(Role.Collector);
        var page = Address(desk, $"/corrections/waive/{bill.Id}");

        var answer = await Desk.PostAsync(collector, page, page, new()
        {
            ["Input.Parts[0].LineId"] = bill.Lines[1].Id.ToString(),
            ["Input.Parts[0].Amount"] = "9.99",
            ["Input.Reason"] = nameof(CorrectionReason.Hardship),
            ["Input.Note"] = "低保户",
        });

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("垃圾费 待收 ¥8.00，不能减免 ¥9.99。", html, StringComparison.Ordinal);
        Assert.Contains("value=\"9.99\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"低保户\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_to_a_line_opens_without_a_login_and_tells_nothing_of_the_owner()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var collector = await desk.Till.Desk.SignInAsync(Role.Collector);
        var html = WebUtility.HtmlDecode(await collector.GetStringAsync(Address(desk, $"/bills/line/{bill.Lines[0].Id}")));
        var path = new Uri(Link().Match(html).Value).AbsolutePath;

        var stranger = desk.Till.Desk.Anonymous();
        var chinese = WebUtility.HtmlDecode(await stranger.GetStringAsync(path));
        stranger.DefaultRequestHeaders.Add("Accept-Language", "en");
        var english = WebUtility.HtmlDecode(await stranger.GetStringAsync(path));

        Assert.Contains("建筑面积 89.43 ㎡ × 2.80 元/㎡·月", chinese, StringComparison.Ordinal);
        Assert.Contains("¥250.40", english, StringComparison.Ordinal);
        Assert.DoesNotContain("李娜", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("3-2-1803", chinese, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path + "x")).StatusCode);
    }

    private static async Task<Guid> WaiveAsync(CorrectionDesk desk, HttpClient collector, Bill bill, string percent, string amount)
    {
        var page = Address(desk, $"/corrections/waive/{bill.Id}");
        var answer = await Desk.PostAsync(collector, page, page, new()
        {
            ["Input.Parts[0].LineId"] = bill.Lines[0].Id.ToString(),
            ["Input.Parts[0].Percent"] = percent,
            ["Input.Parts[0].Amount"] = amount,
            ["Input.Reason"] = nameof(CorrectionReason.ServiceFault),
            ["Input.Note"] = "电梯停运一周",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await desk.Till.WithAsync((CorrectionQueries q) => q.ListAsync(null))).Rows.Single().Id;
    }

    private static string Address(CorrectionDesk desk, string path) => "/" + desk.Till.Desk.Company.Slug + path;

    [GeneratedRegex("http[^\"<> ]*/account/explain/[^\"<> ]+")]
    private static partial Regex Link();
}
