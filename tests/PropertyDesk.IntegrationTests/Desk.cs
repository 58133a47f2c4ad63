using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests;

/// <summary>
/// A desk of its own for one test: a company, and a foreign company that gets the same look-alike data. Tests share one
/// host and database, and meet nobody else's rows.
/// </summary>
internal sealed partial class Desk
{
    public const string Password = "Only-For-Tests-1";
    private static int _clients;
    private readonly DeskHost _host;

    private Desk(DeskHost host, Company company, Company foreign) => (_host, Company, Foreign) = (host, company, foreign);

    public Company Company { get; }

    public Company Foreign { get; }

    public FakeTimeProvider Clock => _host.Clock;

    public IServiceProvider Services => _host.Services;

    /// <summary>Of the host of the channels: those that use it run one after the other.</summary>
    public GatewaySim.Gateway Gateway => _host.Gateway;

    public static async Task<Desk> OpenAsync() => await OpenAsync(await DeskHost.GetAsync());

    /// <summary>A desk on a host of its own, whose clock may be moved.</summary>
    public static async Task<Desk> OpenAsync(DeskHost host)
    {
        var id = Guid.NewGuid().ToString("n")[..12];
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var (own, foreign) = (new Company("翠湖物业", "own-" + id), new Company("翠湖物业", "foreign-" + id));
        db.AddRange(own, foreign);
        await db.SaveChangesAsync();
        return new Desk(host, own, foreign);
    }

    /// <summary>A scope that works for a company as the program itself.</summary>
    public AsyncServiceScope Enter(Company? company = null)
    {
        var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().EnterAsJob(company ?? Company, "测试");
        return scope;
    }

    /// <summary>Does something with a service of the own company, in a scope of its own.</summary>
    public Task<TResult> In<T, TResult>(Func<T, Task<TResult>> act)
        where T : class => In(Company, act);

    public async Task<TResult> In<T, TResult>(Company company, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = Enter(company);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task In<T>(Func<T, Task> act)
        where T : class => In<T, bool>(async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>Does something as a member of staff, in a scope of its own.</summary>
    /// <param name="person">Stands for the login: the same value is the same person.</param>
    public async Task<TResult> As<T, TResult>(Guid person, Role role, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(Company, person, role.ToString(), [Membership.OfStaff(Company, person, role)], []);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task As<T>(Guid person, Role role, Func<T, Task> act)
        where T : class => As<T, bool>(person, role, async service =>
        {
            await act(service);
            return true;
        });

    /// <summary>Looks into the database as the own company sees it.</summary>
    public Task<TResult> See<TResult>(Func<DeskDbContext, Task<TResult>> look) => In(look);

    /// <summary>Imports one of the workbooks of tests/data and gives the community and the preview that was confirmed.</summary>
    public async Task<(Guid CommunityId, ImportPreview Preview, Guid BatchId)> ImportAsync(string file, Company? company = null)
    {
        await using var scope = Enter(company);
        var room = scope.ServiceProvider.GetRequiredService<ImportRoom>();
        var batch = await room.UploadAsync(null, file, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", file)));
        var preview = await room.PreviewAsync(batch);
        return (await room.ConfirmAsync(batch, acceptDoubts: true), preview, batch);
    }

    /// <summary>A browser in which a new member of the company has logged in.</summary>
    public Task<HttpClient> SignInAsync(Role role, Company? company = null, params Community[] limitedTo) => SignInAsync(
        userId =>
        {
            var member = Membership.OfStaff(company ?? Company, userId, role);
            member.LimitTo(limitedTo);
            return member;
        },
        company);

    /// <summary>A browser in which a new login has logged in, with a membership of the company.</summary>
    public async Task<HttpClient> SignInAsync(Func<Guid, Membership> membership, Company? company = null)
    {
        var login = $"{Guid.NewGuid():n}@example.com";
        await using (var scope = Enter(company))
        {
            var user = new DeskUser { UserName = login, DisplayName = "测试员工" };
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, Password);
            Assert.True(made.Succeeded);
            var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
            db.Add(membership(user.Id));
            await db.SaveChangesAsync();
        }

        var client = Anonymous();
        var answer = await PostAsync(client, "/account/login", "/account/login", new() { ["Input.Login"] = login, ["Input.Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A browser without a login, at an address of its own.</summary>
    public HttpClient Anonymous()
    {
        var client = _host.CreateDefaultClient(new CookieContainerHandler(), new CookiesOfTheTestsClock());
        var number = Interlocked.Increment(ref _clients);
        client.DefaultRequestHeaders.Add("X-Client-Address", $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
        return client;
    }

    /// <summary>Posts a form as a browser would: with the token of the page that it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string target, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await TokenAsync(client, page);
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(target, form);
    }

    /// <summary>The token of the first form of a page; empty where it has none.</summary>
    public static async Task<string> TokenAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(Token().Match(await client.GetStringAsync(page)).Groups["token"].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
