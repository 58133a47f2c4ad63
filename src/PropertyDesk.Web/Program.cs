using PropertyDesk.Application;
using PropertyDesk.Infrastructure;
using PropertyDesk.Web.Demo;
using PropertyDesk.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.AddDeskWeb();

var app = builder.Build();
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

/// <summary>Named so that tests can host the program.</summary>
public partial class Program;
