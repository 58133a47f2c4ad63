using System.Net;
using System.Text.RegularExpressions;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Home;

/// <summary>等待处理 on the start page: each role what it handles, counted, and one click away.</summary>
public sealed partial class SeeingWhatWaits
{
    [Fact]
    public async Task Each_role_sees_what_waits_for_it_and_gets_there_by_one_click()
    {
        var desk = await PortalDesk.OpenAsync();
        var asker = Guid.NewGuid();
        await desk.AsOwnerAsync(desk.Li, async (HandleDispute d) => await d.AskAsync((await desk.LineAsync(desk.Li)).Id, "为什么？"));
        var receipt = await desk.PayAsync(desk.Zhang);
        await desk.Desk.As(asker, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(receipt.PaymentId, "付错户"));
        var unit = (await desk.LineAsync(desk.Li)).Bill.UnitId;
        await desk.Desk.As(asker, Role.ServiceDesk, (Vacancies v) => v.RequestAsync(unit, desk.Till.Today.AddDays(1), null, 70, "出国"));

        var own = await desk.Desk.As(asker, Role.Manager, (WaitingWork w) => w.CountAsync([WaitingKind.Approvals]));
        var others = await desk.Desk.As(Guid.NewGuid(), Role.Manager, (WaitingWork w) => w.CountAsync(Enum.GetValues<WaitingKind>()));

        Assert.Empty(own);
        Assert.Equal([new(WaitingKind.Disputes, 1, 0), new(WaitingKind.Approvals, 2, 0)], others.OrderBy(w => w.Kind));
        foreach (var (role, sees, not) in new[] { (Role.Manager, "待我审批", "—"), (Role.ServiceDesk, "待答复异议", "待我审批") })
        {
            var browser = await desk.Desk.SignInAsync(role);
            var page = await desk.ReadAsync(browser, "/");
            Assert.Contains(sees, page, StringComparison.Ordinal);
            Assert.DoesNotContain(not + "</div>", page, StringComparison.Ordinal);
            var links = Link().Matches(page[page.IndexOf("id=\"waiting\"", StringComparison.Ordinal)..page.IndexOf("</section>", StringComparison.Ordinal)]).Select(m => m.Groups["to"].Value).ToList();
            Assert.NotEmpty(links);
            foreach (var link in links)
            {
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).StatusCode);
            }
        }
    }

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
