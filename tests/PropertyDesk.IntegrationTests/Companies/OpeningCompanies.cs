using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.Application;
using PropertyDesk.IntegrationTests.Security;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Companies;

public sealed partial class OpeningCompanies
{
    [Fact]
    public async Task The_operator_opens_a_company_and_its_manager_walks_in()
    {
        var desk = await Desk.OpenAsync();
        var platform = await desk.SignInAsync(await desk.UserAsync(isOperator: true));
        var slug = "new-" + Guid.NewGuid().ToString("n")[..8];

        Assert.Equal(HttpStatusCode.Redirect, (await OpenAsync(platform, slug)).StatusCode);
        var link = WebUtility.HtmlDecode(Link().Match(await platform.GetStringAsync("/platform")).Groups["link"].Value);
        Assert.DoesNotContain("token=", await platform.GetStringAsync("/platform"), StringComparison.Ordinal);

        var manager = desk.Anonymous();
        var page = new Uri(link).PathAndQuery;
        await Desk.PostAsync(manager, page, page, new()
        {
            ["Input.Login"] = $"{Guid.NewGuid():n}@example.com",
            ["Input.Password"] = Desk.Password,
            ["Input.Repeat"] = Desk.Password,
        });
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/{slug}/Staff")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.GetAsync($"/{slug}/")).StatusCode);
    }

    [Theory]
    [InlineData("platform")]
    [InlineData("account")]
    [InlineData("Upper")]
    [InlineData("a")]
    [InlineData("a/b")]
    public async Task Refuses_addresses_that_are_reserved_or_malformed(string slug)
    {
        var desk = await Desk.OpenAsync();
        var platform = await desk.SignInAsync(await desk.UserAsync(isOperator: true));

        var answer = await OpenAsync(platform, slug);

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        await using var scope = desk.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Companies.AnyAsync(c => c.Slug == slug));
    }

    [Fact]
    public async Task Refuses_an_address_that_is_taken_and_leaves_nothing_behind()
    {
        var desk = await Desk.OpenAsync();
        var platform = await desk.SignInAsync(await desk.UserAsync(isOperator: true));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(platform, desk.Foreign.Slug)).StatusCode);
        Assert.Equal(0, await desk.In(desk.Foreign, (DeskDbContext db) => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Setup_is_gone_once_there_is_a_login()
    {
        var desk = await Desk.OpenAsync();
        await desk.UserAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Anonymous().GetAsync("/account/setup")).StatusCode);
    }

    [Fact]
    public async Task An_empty_installation_is_set_up_by_whoever_has_the_printed_code()
    {
        await using var host = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("setup_" + Guid.NewGuid().ToString("n")));
        var code = host.Services.GetRequiredService<SetupCode>().Renew();
        var client = host.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetUpAsync(client, "WRONGCODE234")).StatusCode);
        var answer = await SetUpAsync(client, code.ToLowerInvariant());

        Assert.Equal("/platform", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/platform")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/account/setup")).StatusCode);
    }

    [Fact]
    public void A_setup_code_ends_after_an_hour()
    {
        var clock = new FakeTimeProvider();
        var code = new SetupCode(clock);
        Assert.False(code.Matches(""));
        var printed = code.Renew();
        clock.Advance(SetupCode.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(code.Matches(printed));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(code.Matches(printed));
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string slug) => Desk.PostAsync(client, "/platform/open", "/platform/open", new()
    {
        ["Input.Name"] = "新物业",
        ["Input.Slug"] = slug,
        ["Input.Manager"] = "王经理",
    });

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, string code) => Desk.PostAsync(client, "/account/setup", "/account/setup", new()
    {
        ["Input.Code"] = code,
        ["Input.Name"] = "平台",
        ["Input.Login"] = "13812341234",
        ["Input.Password"] = Desk.Password,
        ["Input.Repeat"] = Desk.Password,
    });

    [GeneratedRegex("readonly value=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
