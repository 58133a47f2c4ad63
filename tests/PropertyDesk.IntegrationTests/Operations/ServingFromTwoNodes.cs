using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Payments;
using PropertyDesk.Web.Operations;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>Two programs on one database, as behind a balancer that sends each request wherever it likes.</summary>
public sealed class ServingFromTwoNodes
{
    [Fact]
    public async Task A_login_and_a_form_of_one_node_are_good_at_the_other()
    {
        var (first, second) = await StartAsync();
        await using var a = first;
        await using var b = second;
        var till = await Till.OpenAsync(await Desk.OpenAsync(a));
        var login = await CollectorAsync(till.Desk);
        var cookies = new CookieContainerHandler();
        var (here, there) = (Browser(a, cookies.Container), Browser(b, cookies.Container));
        var company = "/" + till.Desk.Company.Slug;

        // The page comes from one node, its form goes to the other.
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(here, there, "/account/login", new() { ["Input.Login"] = login, ["Input.Password"] = Desk.Password })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(company + "/Payments")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(company + "/Payments")).StatusCode);
        var take = $"{company}/Payments/Take/{till.Own.Zhang.Id}";
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["Input.RequestId"] = $"{Guid.NewGuid()}",
            ["Input.SeenFen"] = "111360",
            ["Input.Amount"] = "100.00",
            ["Input.Method"] = "BankTransfer",
            ["Input.Reference"] = "T1",
        };
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(here, there, take, form)).StatusCode);
        // The balancer lost the answer and sent it again, elsewhere.
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(there, here, take, form)).StatusCode);
        Assert.Equal(1, await till.SeeAsync(db => db.Payments.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(here, there, "/account/logout", [], page: "/account/sessions")).StatusCode);
        Assert.StartsWith("/account/login", (await here.GetAsync(company + "/Payments")).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_says_so_and_serves_on()
    {
        var (first, second) = await StartAsync();
        await using var a = first;
        await using var b = second;
        var (here, there) = (Browser(a, new()), Browser(b, new()));
        Assert.Equal("Healthy", await here.GetStringAsync("/health/ready"));

        a.Services.GetRequiredService<Draining>().Begin();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await here.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("Healthy", await here.GetStringAsync("/health/live"));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/login")).StatusCode);
        Assert.Equal("Healthy", await there.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task A_node_does_not_start_on_an_old_schema_where_a_step_of_its_own_migrates()
    {
        await using var node = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:MigrateAtStart"] = "false" });

        var refused = Record.Exception(() => node.Server);

        Assert.NotNull(refused);
        if (TestEngine.Provider == "Sqlite")
        {
            // A server refuses the connection to a database that is not there; the embedded one is an empty file.
            Assert.Contains("migrate", refused.ToString(), StringComparison.Ordinal);
        }
    }

    // On a server the keys stand in the database; on the embedded one, which has one node in life, in a folder of both.
    private static async Task<(DeskHost First, DeskHost Second)> StartAsync()
    {
        var database = await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n"));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["KeysFolder"] = TestEngine.Provider == "Sqlite" ? Path.Combine(Path.GetTempPath(), "propertydesk-test-keys") : "" };
        var (first, second) = (new DeskHost(TestEngine.Provider, database, settings), new DeskHost(TestEngine.Provider, database, settings));
        _ = first.Server;
        _ = second.Server;
        return (first, second);
    }

    private static HttpClient Browser(DeskHost host, CookieContainer cookies) => host.CreateDefaultClient(new CookieContainerHandler(cookies), new CookiesOfTheTestsClock());

    private static async Task<HttpResponseMessage> SendAsync(HttpClient from, HttpClient to, string target, Dictionary<string, string> fields, string? page = null)
    {
        fields["__RequestVerificationToken"] = await Desk.TokenAsync(from, page ?? target);
        using var form = new FormUrlEncodedContent(fields);
        return await to.PostAsync(target, form);
    }

    internal static async Task<string> CollectorAsync(Desk desk)
    {
        var login = $"{Guid.NewGuid():n}@example.com";
        await using var scope = desk.Enter();
        var user = new DeskUser { UserName = login, DisplayName = "收费员" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, Desk.Password)).Succeeded);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.Add(Membership.OfStaff(desk.Company, user.Id, Role.Collector));
        await db.SaveChangesAsync();
        return login;
    }
}
