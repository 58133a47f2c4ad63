using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests;

namespace PropertyDesk.BrowserTests;

/// <summary>The real program on a free port with an embedded database of its own, and headless Chromium in front of it.</summary>
public sealed class DeskInBrowser : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "Only-For-Tests-1";
    private readonly string _folder = Directory.CreateTempSubdirectory("propertydesk-browser").FullName;
    private readonly int _port = Ports.Free();
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>By name, not by number: passkeys belong to a name.</summary>
    public string Address => $"http://localhost:{_port}";

    /// <summary>Where the screenshots of the journey go.</summary>
    public static string Pictures => Environment.GetEnvironmentVariable("PROPERTYDESK_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    public async ValueTask InitializeAsync()
    {
        UseKestrel(_port);
        StartServer();
        Directory.CreateDirectory(Pictures);
        await SeedAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "desk.db")}");
        builder.UseSetting("KeysFolder", Path.Combine(_folder, "keys"));
        builder.UseSetting("PublicUrl", Address);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
    }

    private async Task SeedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = new Company("翠湖物业", "cuihu");
        db.Add(company);
        await db.SaveChangesAsync();
        db.Current.EnterAsJob(company, "测试");
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        foreach (var (login, name, role) in new[] { ("manager@example.com", "陈经理", Role.Manager), ("collector@example.com", "周收费", Role.Collector) })
        {
            var user = new DeskUser { UserName = login, DisplayName = name };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            db.Add(Membership.OfStaff(company, user.Id, role));
        }

        await db.SaveChangesAsync();
    }
}
