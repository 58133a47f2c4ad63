using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PropertyDesk.BrowserTests;

/// <summary>A person at a browser: every page that they look at is checked for accessibility, width, and script errors.</summary>
internal sealed class Visitor(DeskInBrowser desk, IPage page, string name)
{
    private readonly List<string> _errors = [];
    private int _pictures;

    public IPage Page => page;

    /// <summary>Keys pressed so far.</summary>
    public int Keys { get; private set; }

    public static async Task<Visitor> ArriveAsync(DeskInBrowser desk, string name, int width)
    {
        var context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = desk.Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 900 },
            AcceptDownloads = true,
        });
        var visitor = new Visitor(desk, await context.NewPageAsync(), name);
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visitor._errors.Add(message.Text);
            }
        };
        visitor.Page.PageError += (_, error) => visitor._errors.Add(error);
        visitor.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        return visitor;
    }

    public async Task SignInAsync(string login)
    {
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name='Input.Login']", login);
        await page.FillAsync("[name='Input.Password']", DeskInBrowser.Password);
        await page.ClickAsync("main button.btn-primary");
        await page.WaitForURLAsync("**/cuihu/**");
    }

    /// <summary>Presses keys one after the other, wherever the focus is.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
            Keys++;
        }
    }

    /// <summary>Looks at the page: a picture, no script error, no sideways scrolling, no serious accessibility finding.</summary>
    public async Task LookAsync(string what)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(DeskInBrowser.Pictures, $"{name}-{++_pictures:00}-{what}.png") });
        Assert.Empty(_errors);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0, $"{what} scrolls sideways");
        var findings = (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").ToList();
        Assert.True(findings.Count == 0, $"{what}: " + string.Join("; ", findings.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    /// <summary>Downloads what a click leads to.</summary>
    public async Task<byte[]> DownloadAsync(string address)
    {
        var answer = await page.APIRequest.GetAsync(desk.Address + address);
        Assert.True(answer.Ok, $"{address} {answer.Status}");
        return await answer.BodyAsync();
    }
}
