using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>In production cookies travel by https only; but who tries the program on their own machine, as docker-compose.yml does, has none.</summary>
public sealed class KeepingCookiesSecure
{
    [Theory]
    [InlineData("http://localhost:8080", "http://localhost", "propertydesk-", false)]
    [InlineData("http://localhost:8080", "https://localhost", "propertydesk-", true)]
    [InlineData("https://desk.example.com", "https://desk.example.com", "__Host-propertydesk-", true)]
    public async Task A_form_s_cookie_is_kept_as_the_public_address_asks(string publicUrl, string asked, string name, bool isSecure)
    {
        using var answer = await AskAsync(publicUrl, asked);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.StartsWith(name, cookie, StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("https://desk.example.com")]
    [InlineData("http://desk.example.com")]
    public async Task No_form_is_shown_on_plain_http_to_others(string publicUrl)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(publicUrl, "http://desk.example.com"));

        Assert.Contains("SecurePolicy", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Whoever forgot to set it does not send logins in the clear.</summary>
    [Fact]
    public async Task With_the_address_of_the_own_machine_nobody_else_is_served_on_plain_http()
    {
        using var answer = await AskAsync("http://localhost:5080", "http://desk.example.com");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<HttpResponseMessage> AskAsync(string publicUrl, string asked)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["environment"] = "Production", ["PublicUrl"] = publicUrl };
        await using var host = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), settings);
        using var client = host.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(asked), AllowAutoRedirect = false, HandleCookies = false });
        return await client.GetAsync(new Uri("/account/login", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
