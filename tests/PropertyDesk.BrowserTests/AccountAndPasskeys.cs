using Microsoft.Playwright;

namespace PropertyDesk.BrowserTests;

/// <summary>The account's pages on a phone, and passkeys with an authenticator that the browser itself plays.</summary>
public sealed class AccountAndPasskeys(DeskInBrowser desk) : IClassFixture<DeskInBrowser>
{
    private const string Add = "form[data-passkey=create] button";
    private const string LogIn = "form[data-passkey=get] button";

    [Fact]
    public async Task A_passkey_is_added_renamed_used_to_log_in_and_removed()
    {
        var visitor = await Visitor.ArriveAsync(desk, "passkeys", 390);
        var page = visitor.Page;
        var (authenticator, id) = await AuthenticatorAsync(page);
        await visitor.SignInAsync("manager@example.com");
        await page.GotoAsync("/account/passkeys");
        await page.FillAsync("#name", "工作手机");
        await page.ClickAsync(Add);
        await page.WaitForSelectorAsync("form[action*=Rename]");
        await visitor.LookAsync("added");
        await page.FillAsync("form[action*=Rename] input[name=Name]", "家里电脑");
        await page.ClickAsync("form[action*=Rename] button");
        await page.WaitForURLAsync("**/account/passkeys");
        Assert.Equal("家里电脑", await page.InputValueAsync("form[action*=Rename] input[name=Name]"));

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/login");
        await visitor.LookAsync("login");
        await page.ClickAsync(LogIn);
        await page.WaitForURLAsync("**/cuihu/**");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/login");
        await authenticator.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
        await page.ClickAsync(LogIn);
        await page.WaitForFunctionAsync("() => document.querySelector('[data-passkey-message]').textContent.length > 0");
        Assert.Contains("/account/login", page.Url, StringComparison.Ordinal);

        await authenticator.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = true });
        await page.ClickAsync(LogIn);
        await page.WaitForURLAsync("**/cuihu/**");
        await page.GotoAsync("/account/passkeys");
        await page.ClickAsync("form[action*=Remove] button");
        await page.WaitForSelectorAsync(".alert-success");
        Assert.Equal(0, await page.Locator("form[action*=Rename]").CountAsync());

        // The authenticator still has it, the program does not: it opens nothing any more.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/login");
        await page.ClickAsync(LogIn);
        await page.WaitForSelectorAsync(".alert-danger");
        Assert.Contains("/account/login", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_account_is_for_phones_and_for_everybody()
    {
        foreach (var (name, width) in new[] { ("account-wide", 1440), ("account-phone", 390) })
        {
            var visitor = await Visitor.ArriveAsync(desk, name, width);
            foreach (var (address, what) in new[] { ("/account/code", "code"), ("/account/forgot", "forgot"), ("/account/bill/1-7KQ2-MFXW-9TRB", "bill") })
            {
                await visitor.Page.GotoAsync(address);
                await visitor.LookAsync(what);
            }

            await visitor.SignInAsync("collector@example.com");
            foreach (var what in new[] { "", "/contact?kind=Email", "/totp", "/passkeys", "/sessions", "/confirm", "/confirm?strong=true", "/password" })
            {
                await visitor.Page.GotoAsync("/account" + what);
                await visitor.LookAsync("account" + new string([.. what.Where(char.IsLetter)]));
            }
        }
    }

    private static async Task<(ICDPSession Session, string Id)> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
