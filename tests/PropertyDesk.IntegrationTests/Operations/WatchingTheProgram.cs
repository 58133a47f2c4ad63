using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>What an operator's collector gets to see.</summary>
public sealed class WatchingTheProgram
{
    [Fact]
    public async Task A_collector_is_sent_measures_and_traces_by_a_node_that_names_one()
    {
        var told = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            if (System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains(signal == "traces" ? "/account/login" : "http.server.request.duration", StringComparison.OrdinalIgnoreCase))
            {
                told.AddOrUpdate(signal, 1, (_, before) => before + 1);
            }

            return Results.Ok();
        });
        await collector.StartAsync();
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        await using (var node = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), new Dictionary<string, string>(StringComparer.Ordinal) { ["Telemetry:Otlp"] = address, ["Telemetry:Protocol"] = "http", ["OTEL_METRIC_EXPORT_INTERVAL"] = "500", ["OTEL_BSP_SCHEDULE_DELAY"] = "200" }))
        {
            // Other tests' requests are traced too while this node listens: asked for until one of its own has come.
            var client = node.CreateClient();
            for (var turn = 0; turn < 120 && (told.GetValueOrDefault("traces") == 0 || told.GetValueOrDefault("metrics") == 0); turn++)
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/login")).StatusCode);
                await Task.Delay(500);
            }
        }

        Assert.True(told.GetValueOrDefault("traces") > 0, "No trace of the request came.");
        Assert.True(told.GetValueOrDefault("metrics") > 0, "No measure of requests came.");
    }

    [Fact]
    public async Task A_node_refuses_an_address_that_is_none()
    {
        await using var node = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), new Dictionary<string, string>(StringComparer.Ordinal) { ["Telemetry:Otlp"] = "collector:4317" });

        Assert.Contains("Telemetry:Otlp", Record.Exception(() => node.Server)?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meters_show_what_stands_still_and_how_long_runs_take()
    {
        await using var host = await DeskHost.StartAloneAsync();
        var till = await Till.OpenAsync(await Desk.OpenAsync(host));
        await till.SeeAsync(async db =>
        {
            var company = await db.Companies.FindAsync(till.Desk.Company.Id);
            db.Add(new AuditAlarm(company!, "借贷相等", 1, 1, host.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var (seen, mine) = (new ConcurrentDictionary<string, double>(StringComparer.Ordinal), new AsyncLocal<bool> { Value = true });
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == DeskMeters.Name) { l.EnableMeasurementEvents(instrument); } } };
        // Other tests measure at the same time: what counts here is measured in this test's own flow.
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => { if (mine.Value) { seen[i.Name] = value; } });
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => { if (mine.Value) { seen[i.Name] = value; } });
        listener.Start();

        await till.WithAsync((RunQueue q) => q.DraftAsync(till.Own.Community.Id, new BillingMonth(2025, 5)));
        await using var scope = till.Desk.Enter();
        await new OperatingFigures(scope.ServiceProvider.GetRequiredService<DeskDbContext>(), host.Clock).ShowAsync(default);

        Assert.Equal(1, seen["propertydesk.ledger.alarms"]);
        Assert.Equal(0, seen["propertydesk.channel.cases"]);
        Assert.True(seen["propertydesk.outbox.age"] >= 0);
        Assert.True(seen["propertydesk.bill_run.duration"] > 0);
    }
}
