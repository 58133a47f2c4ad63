using Microsoft.Playwright;

namespace PropertyDesk.BrowserTests;

/// <summary>The main job, end to end, on the clean workbook: manager, owner and collector each at their own browser.</summary>
public sealed class FromWorkbookToPaidBill(DeskInBrowser desk) : IClassFixture<DeskInBrowser>
{
    [Fact]
    public async Task Imports_bills_publishes_explains_collects_and_reports()
    {
        var manager = await Visitor.ArriveAsync(desk, "manager", 1440);
        await manager.SignInAsync("manager@example.com");
        await ImportAsync(manager);
        await BillAsync(manager);
        var (billAddress, ownerAddress) = await ExplainAsync(manager);
        var invitation = await InviteAsync(manager, ownerAddress);
        await SeeOnThePortalAsync(invitation, "¥423.95");
        await CollectAsync();
        await manager.Page.GotoAsync(billAddress);
        Assert.Contains("¥0.00", await manager.Page.Locator(".figure").Nth(2).InnerTextAsync(), StringComparison.Ordinal);
        await ReportAsync(manager);
    }

    private static async Task ImportAsync(Visitor manager)
    {
        await manager.Page.GotoAsync("/cuihu/Imports");
        await manager.LookAsync("imports");
        await manager.Page.SetInputFilesAsync("[name=Workbook]", Path.Combine(AppContext.BaseDirectory, "data", "cuihu-garden.xlsx"));
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForURLAsync("**/Imports/Preview/**");
        Assert.Contains("660", await manager.Page.Locator("main table").First.InnerTextAsync(), StringComparison.Ordinal);
        await manager.LookAsync("import-preview");
        // Empty flats have used nothing: the manager looked at those readings and stands by them.
        await manager.Page.CheckAsync("[name=AcceptDoubts]");
        await manager.Page.ClickAsync("form[action*=Confirm] button");
        await manager.Page.WaitForSelectorAsync("form[action*=Undo]");
        await manager.LookAsync("import-done");
    }

    private static async Task BillAsync(Visitor manager)
    {
        await manager.Page.GotoAsync("/cuihu/Tariffs");
        await manager.LookAsync("tariffs");
        await manager.Page.GotoAsync("/cuihu/BillRuns");
        await manager.Page.FillAsync("[name='Input.Month']", "2025-05");
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForURLAsync("**/BillRuns/Details/**");
        var items = await manager.Page.Locator("main table").First.InnerTextAsync();
        Assert.Contains("¥198,425.71", items, StringComparison.Ordinal);
        Assert.Contains("¥154,988.33", items, StringComparison.Ordinal);
        await manager.LookAsync("draft");
        await manager.Page.ClickAsync("form[action*=Publish] button");
        await manager.Page.WaitForSelectorAsync(".badge.paid");
        await manager.LookAsync("published");
    }

    private static async Task<(string Bill, string Owner)> ExplainAsync(Visitor manager)
    {
        await manager.Page.GotoAsync("/cuihu/Bills?month=2025-05&q=1-1-101");
        await manager.LookAsync("bills");
        await manager.Page.ClickAsync("main tbody tr td a >> nth=0");
        await manager.Page.WaitForURLAsync("**/Bills/Details/**");
        await manager.Page.ClickAsync("details.line summary >> nth=0");
        var working = await manager.Page.Locator("details.line >> nth=0").InnerTextAsync();
        Assert.Contains("2.95", working, StringComparison.Ordinal);
        Assert.Contains("¥259.54", working, StringComparison.Ordinal);
        await manager.LookAsync("bill-with-working");
        var bill = new Uri(manager.Page.Url).AbsolutePath;
        var id = bill.Split('/')[^1];
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await manager.DownloadAsync($"/cuihu/bills/{id}.pdf"))[..4]));
        return (bill, await manager.Page.Locator(".page-head a[href*='/Owners/Details/']").GetAttributeAsync("href") ?? "");
    }

    private static async Task<string> InviteAsync(Visitor manager, string owner)
    {
        await manager.Page.GotoAsync(owner);
        await manager.LookAsync("owner");
        await manager.Page.ClickAsync("a[href*='/Owners/Invite/']");
        await manager.Page.ClickAsync("main form button.btn-primary");
        var link = await manager.Page.Locator("[data-copy]").GetAttributeAsync("data-copy");
        await manager.LookAsync("invitation");
        return new Uri(link!).PathAndQuery;
    }

    private async Task SeeOnThePortalAsync(string invitation, string amount)
    {
        var owner = await Visitor.ArriveAsync(desk, "owner", 390);
        await owner.Page.GotoAsync(invitation);
        await owner.LookAsync("accept");
        await owner.Page.FillAsync("[name='Input.Login']", "owner@example.com");
        foreach (var box in await owner.Page.Locator("input[type=password]").AllAsync())
        {
            await box.FillAsync(DeskInBrowser.Password);
        }

        await owner.Page.ClickAsync("main form button.btn-primary");
        await owner.Page.WaitForURLAsync("**/cuihu/**");
        await owner.Page.GotoAsync("/cuihu/Portal");
        Assert.Contains(amount, await owner.Page.Locator(".portal-due").InnerTextAsync(), StringComparison.Ordinal);
        await owner.LookAsync("portal");
        await owner.Page.ClickAsync("a.portal-bill");
        await owner.Page.WaitForURLAsync("**/Portal/Bills/Details/**");
        await owner.Page.ClickAsync("details.line summary >> nth=0");
        await owner.LookAsync("portal-bill");
        var pdf = await owner.DownloadAsync($"/cuihu/portal/bills/{owner.Page.Url.Split('/')[^1]}.pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf[..4]));
    }

    private async Task CollectAsync()
    {
        var collector = await Visitor.ArriveAsync(desk, "collector", 1440);
        await collector.SignInAsync("collector@example.com");
        await collector.LookAsync("desk");
        // The sheet of keys is there when it is asked for, and only then.
        Assert.False(await collector.Page.IsVisibleAsync("#keys"));
        await collector.Page.Keyboard.PressAsync("?");
        Assert.True(await collector.Page.IsVisibleAsync("#keys"));
        await collector.Page.Keyboard.PressAsync("Escape");
        Assert.False(await collector.Page.IsVisibleAsync("#keys"));
        await collector.Page.GotoAsync("/cuihu/Shifts");
        await collector.LookAsync("shifts");
        await collector.Page.FillAsync("#Input_Float", "200");
        await collector.Page.ClickAsync("main form button.btn-primary");
        await collector.Page.WaitForURLAsync("**/Payments/Take");
        await collector.Page.Keyboard.TypeAsync("1-1-101");
        await collector.Page.WaitForSelectorAsync("main [role=option]");
        await collector.PressAsync("Enter");
        await collector.Page.WaitForSelectorAsync("#till");
        Assert.Equal("423.95", await collector.Page.InputValueAsync("#amount"));
        await collector.LookAsync("take");
        await collector.PressAsync("Enter", "5", "0", "0");
        Assert.Contains("76.05", await collector.Page.InnerTextAsync("[data-change]"), StringComparison.Ordinal);
        await collector.PressAsync("Enter", "Enter");
        await collector.Page.WaitForURLAsync("**/Payments/Taken/**");
        // One more prints: the button has the focus. Eight keys at most from the search text to the paper.
        Assert.Contains("/print", await collector.Page.EvaluateAsync<string>("() => document.activeElement.form.action"), StringComparison.Ordinal);
        Assert.True(collector.Keys + 1 <= 8, $"{collector.Keys} keys before printing");
        Assert.Contains("A-000001", await collector.Page.InnerTextAsync(".take-number"), StringComparison.Ordinal);
        await collector.LookAsync("receipt");
        await HandOverAsync(collector);
    }

    // 200.00 of float and 423.95 of cash: six hundreds, a twenty and three ones, and ninety-five fen that no coin makes.
    private static async Task HandOverAsync(Visitor collector)
    {
        await collector.Page.GotoAsync("/cuihu/Shifts");
        await collector.Page.ClickAsync(".alert-success a");
        await collector.Page.FillAsync("#piece-0", "6");
        await collector.Page.FillAsync("#piece-2", "1");
        await collector.Page.FillAsync("#piece-5", "4");
        Assert.Equal("¥0.05", await collector.Page.InnerTextAsync("[data-difference]"));
        await collector.LookAsync("shift");
        await collector.Page.FillAsync("#reason", "五分零头");
        await collector.Page.ClickAsync("form[data-count] button");
        await collector.Page.WaitForSelectorAsync(".badge.part");
        await collector.LookAsync("shift-counted");
    }

    private static async Task ReportAsync(Visitor manager)
    {
        await manager.Page.GotoAsync("/cuihu/Reports/CollectionRate?month=2025-05");
        var figures = await manager.Page.Locator("main").InnerTextAsync();
        Assert.Contains("1/660", figures, StringComparison.Ordinal);
        Assert.Contains("相符", figures, StringComparison.Ordinal);
        await manager.LookAsync("collection-rate");
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await manager.DownloadAsync("/cuihu/reports/collection-rate.xlsx?month=2025-05"))[..2]));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await manager.DownloadAsync("/cuihu/reports/collection-rate.pdf?month=2025-05"))[..4]));
    }
}
