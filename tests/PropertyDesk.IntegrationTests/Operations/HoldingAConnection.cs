using System.Data;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.IntegrationTests.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>A page asks on one connection, and lets it go before anybody else needs one for its sake.</summary>
public sealed class HoldingAConnection
{
    private static readonly TimeSpan LessThanATurn = TimeSpan.FromSeconds(9);

    [Fact]
    public async Task Of_a_single_one_a_page_is_answered_and_its_login_renewed()
    {
        var database = await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n"));
        await using var first = new DeskHost(TestEngine.Provider, database);
        var till = await Till.OpenAsync(await Desk.OpenAsync(first));
        var login = await ServingFromTwoNodes.CollectorAsync(till.Desk);
        await using var narrow = new DeskHost(TestEngine.Provider, database + (TestEngine.Provider == "Postgres" ? ";Maximum Pool Size=1;Timeout=10" : ""));
        using var browser = narrow.CreateDefaultClient(new CookieContainerHandler(), new CookiesOfTheTestsClock());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Login"] = login,
            ["Input.Password"] = Desk.Password,
            ["__RequestVerificationToken"] = await Desk.TokenAsync(browser, "/account/login"),
        });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(new Uri("/account/login", UriKind.Relative), form)).StatusCode);

        narrow.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = await browser.GetAsync(new Uri($"/{till.Desk.Company.Slug}/Payments", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("propertydesk-login=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_whose_pages_wait_for_one_is_busy_and_not_dead()
    {
        var database = await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n"));
        await using var narrow = new DeskHost(TestEngine.Provider, database + (TestEngine.Provider == "Postgres" ? ";Maximum Pool Size=1;Timeout=10" : ""));
        using var balancer = narrow.CreateDefaultClient();
        Assert.Equal("Healthy", await balancer.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        await using var scope = narrow.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();

        var answer = balancer.GetStringAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Same(answer, await Task.WhenAny(answer, Task.Delay(LessThanATurn)));
        Assert.Equal("Healthy", await answer);
    }

    [Fact]
    public async Task Ends_once_and_takes_nobody_elses_away()
    {
        var till = await Till.OpenAsync();
        await till.SeeAsync(async db =>
        {
            var held = new HeldConnection(db);
            ConnectionState State() => db.Database.GetDbConnection().State;
            await held.TakeAsync(new DefaultHttpContext().Response, default);
            Assert.Equal(ConnectionState.Open, State());
            await held.LetGoAsync();
            Assert.Equal(ConnectionState.Closed, State());

            await using var transaction = await db.Database.BeginTransactionAsync();
            await held.LetGoAsync();
            Assert.Equal(ConnectionState.Open, State());
            return true;
        });
    }

    [Fact]
    public async Task Waits_for_no_turn_of_its_own_after_a_transaction_was_left()
    {
        // Where nobody else writes.
        await using var alone = await DeskHost.StartAloneAsync();
        var till = await Till.OpenAsync(await Desk.OpenAsync(alone));
        await till.SeeAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await (await db.Database.BeginTransactionAsync()).DisposeAsync();

            // Ten seconds are waited for a turn that does not come; another connection takes it at once, too.
            var again = db.Database.BeginTransactionAsync();
            Assert.Same(again, await Task.WhenAny(again, Task.Delay(LessThanATurn)));
            await (await again).RollbackAsync();
            return true;
        });
        var other = till.SeeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return true;
        });
        Assert.Same(other, await Task.WhenAny(other, Task.Delay(LessThanATurn)));
    }
}
