using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Infrastructure.Channels;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Web.Operations;
using PropertyDesk.Web.Reports;

namespace PropertyDesk.Web.Hosting;

/// <summary>The web layer's services and the order of its pipeline, each part in its own file.</summary>
public static class DeskWeb
{
    public static void AddDeskWeb(this WebApplicationBuilder builder)
    {
        builder.AddDeskLogs();
        builder.AddDeskJobs();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDeskIdentity(builder.Environment, builder.Configuration);
        builder.Services.AddDeskPermissions();
        builder.Services.AddDeskLanguages();
        builder.Services.AddDeskLimits();
        builder.Services.AddDeskFiles();
        builder.Services.AddDeskProxies(builder.Configuration);
        builder.Services.AddSingleton<SetupCode>();
        builder.Services.AddSingleton<LoginAttempts>();
        builder.Services.AddSingleton<PublicLinks>();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<PublicLinks>().Channels);
        builder.Services.AddSingleton(new ChannelGateways(builder.Configuration[$"{ChannelGateways.Section}:Simulator"], builder.Environment.IsDevelopment()));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PayerDevice>();
        builder.Services.AddScoped<ExplainLinks>();
        builder.Services.AddScoped<CompanyDay>();
        builder.Services.AddScoped<PdfPrinter>();
        builder.Services.AddScoped<ReportMaker>();
        builder.Services.AddScoped<MakeReports>();
        builder.AddDeskKeys();
        builder.AddDeskHealth();
        builder.AddDeskTelemetry();
        builder.Services.AddControllers();
        builder.Services.AddRazorPages(options => options.Conventions.RequirePermissions())
            .AddMvcOptions(options =>
            {
                options.Filters.Add<RuleViolationFilter>();
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            })
            .AddDeskValidation();
        builder.Services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
    }

    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        if (DatabaseOptions.Of(app.Configuration).MigrateAtStart)
        {
            await DatabaseStart.MigrateAsync(db, app.Services.GetRequiredService<TimeProvider>());
        }
        else
        {
            await DatabaseStart.RequireCurrentAsync(db);
        }

        await DatabaseStart.RequireSafeAsync(db, app.Services.GetRequiredService<TimeProvider>());
    }

    public static void UseDeskWeb(this WebApplication app)
    {
        app.UseDeskHealth();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<NotFoundAnswer>();
        app.UseDeskFiles();
        app.UseRequestLocalization();
        app.Use(app.Services.GetRequiredService<DeskCookies>().ServeAsync);
        app.UseAuthentication();
        app.UseMiddleware<AgainAfterDeadlock>();
        app.UseMiddleware<CompanyFromPath>();
        app.UseMiddleware<LogFacts>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapControllers();
        app.MapChannelNotices();
        app.MapSmsReports();
        app.UseDeskJobs();
    }
}
