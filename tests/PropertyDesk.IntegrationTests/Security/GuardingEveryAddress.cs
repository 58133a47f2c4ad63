using System.Net;
using System.Text.RegularExpressions;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Security;

public sealed partial class GuardingEveryAddress
{
    [Fact]
    public async Task Every_answer_carries_the_headers_and_no_page_runs_inline_code()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInWithEverythingAsync();
        var addresses = Routes.Of(desk, "GET");
        Assert.True(addresses.Count > 25, $"only {addresses.Count} addresses");

        foreach (var address in addresses.Append("/css/desk.css").Append($"/{desk.Foreign.Slug}/"))
        {
            using var answer = await client.GetAsync(address);
            Assert.True((int)answer.StatusCode < 500 || address.StartsWith("/error", StringComparison.Ordinal), $"{address} answers {answer.StatusCode}");
            AssertGuarded(address, answer);
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var inline = Inline().Match(await answer.Content.ReadAsStringAsync());
                Assert.False(inline.Success, $"{address} has {inline.Value}");
            }
        }
    }

    [Fact]
    public async Task Every_post_without_a_token_is_refused()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInWithEverythingAsync();
        // Pages of errors answer whatever method failed, and change nothing.
        var addresses = Routes.Of(desk, "POST").Where(a => !a.StartsWith("/error", StringComparison.Ordinal)).ToList();
        Assert.True(addresses.Count > 25, $"only {addresses.Count} addresses");

        foreach (var address in addresses)
        {
            using var form = new FormUrlEncodedContent([]);
            using var answer = await client.PostAsync(address, form);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address} answers {answer.StatusCode} to a post without a token");
        }
    }

    [Fact]
    public async Task Nothing_but_the_way_in_answers_without_a_login()
    {
        var desk = await Desk.OpenAsync();
        string[] open = ["/account/login", "/account/setup", "/account/reset", "/account/language", "/account/invitation", "/account/explain", "/account/receipt", "/account/code", "/account/second", "/account/forgot", "/account/bill", "/account/notices", "/error", "/verify"];
        var client = desk.Anonymous();

        foreach (var address in Routes.Of(desk, "GET").Where(a => !Array.Exists(open, o => a.StartsWith(o, StringComparison.OrdinalIgnoreCase))))
        {
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address} answers {answer.StatusCode} to a stranger");
            Assert.Contains("/account/login", answer.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Another_company_and_none_are_the_same_404_on_every_address()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInWithEverythingAsync();
        var addresses = Routes.Of(desk, "GET").Where(a => a.StartsWith($"/{desk.Company.Slug}/", StringComparison.Ordinal));

        foreach (var address in addresses)
        {
            foreach (var slug in new[] { desk.Foreign.Slug, "no-such-company" })
            {
                using var answer = await client.GetAsync(address.Replace(desk.Company.Slug, slug, StringComparison.Ordinal));
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} of {slug} answers {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("platform")]
    [InlineData("account/login")]
    [InlineData("account/password")]
    public async Task Inside_a_company_only_its_own_pages_answer(string path)
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInWithEverythingAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/{desk.Company.Slug}/{path}")).StatusCode);
    }

    [Fact]
    public async Task A_member_without_the_permission_is_told_so_inside_the_company()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInAsync(Role.Collector);

        using var answer = await client.GetAsync($"/{desk.Company.Slug}/Staff");

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("没有权限", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{desk.Company.Slug}/Payments", html, StringComparison.Ordinal);
        AssertGuarded("/Staff", answer);
    }

    [Theory]
    [InlineData(Role.RepairWorker, "Payments")]
    [InlineData(Role.RepairWorker, "Owners")]
    [InlineData(Role.ServiceDesk, "Payments/Take")]
    [InlineData(Role.Collector, "BillRuns")]
    [InlineData(Role.Collector, "Ledger")]
    [InlineData(Role.Finance, "Staff")]
    [InlineData(Role.Finance, "Imports")]
    [InlineData(Role.Manager, "Portal")]
    public async Task A_role_keeps_to_its_rooms(Role role, string page)
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/{desk.Company.Slug}/{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/platform")).StatusCode);
    }

    private static void AssertGuarded(string address, HttpResponseMessage answer)
    {
        Assert.True(answer.Headers.TryGetValues("Content-Security-Policy", out var policy), $"{address} has no policy");
        Assert.Equal(SecurityHeaders.Policy, Assert.Single(policy));
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        foreach (var header in new[] { "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy" })
        {
            Assert.True(answer.Headers.Contains(header), $"{address} has no {header}");
        }
    }

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>|<style\\b|\\s(style|on[a-z]+)=\"[^\"]*\"|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
