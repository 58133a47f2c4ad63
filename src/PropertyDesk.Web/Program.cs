using PropertyDesk.Application;
using PropertyDesk.Infrastructure;
using PropertyDesk.Web.Demo;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.AddDeskWeb();
if (Commands.OnlyLooks(args))
{
    builder.MakeNoKeys();
}

var app = builder.Build();
if (await Commands.RunAsync(args, app) is { } exitCode)
{
    return exitCode;
}

await app.PrepareDatabaseAsync();
if (builder.Configuration.GetValue<bool>("Demo"))
{
    await new DemoData(app.Services).SeedAsync();
    await DemoChannels.SetUpAsync(app.Services);
    DemoGreeting.PrintWhenStarted(app);
}

await SetupCode.OfferAsync(app);
app.UseDeskWeb();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can host the program.</summary>
public partial class Program;
