using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Portal;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// The portal's first page, one owner after the other, against the same data read by hand-written SQL. Both sides take a
/// connection from the pool for each owner, as a request does, and make the same records.
/// </summary>
internal static class PortalAgainstSql
{
    private const int Rounds = 7;
    private const int Months = 12;
    private const int WarmUp = 300;

    /// <param name="owners">Each with a flat and a year of open bills.</param>
    public static async Task MeasureAsync(DatabaseProvider provider, int owners)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider, pooling: true);
        var community = await database.AddCommunityAsync(owners);
        var month = BillRunAgainstRawInsert.Month;
        for (var i = 0; i < Months; i++, month = month.Next)
        {
            var (run, period) = (Guid.Empty, month);
            run = (await database.In((BillRuns r) => r.DraftAsync(community, period))).RunId;
            await database.In((BillPublishing p) => p.PublishAsync(run));
        }

        var all = await database.In((DeskDbContext db) => db.Owners.AsNoTracking().OrderBy(o => o.Id).ToListAsync());
        var reader = new SqlPortal(database.Options, database.Company.Id);
        var today = await database.In((DeskDbContext db) => Task.FromResult(db.Current.Today(TimeProvider.System)));
        await SameAsync(database, reader, all[owners / 2], today);
        await TimeAsync(all.Take(WarmUp), owner => HomeAsync(database, owner));
        await TimeAsync(all.Take(WarmUp), owner => reader.ReadAsync(owner.Id, today));
        var (service, sql) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            service.Add(await TimeAsync(all, owner => HomeAsync(database, owner)));
            sql.Add(await TimeAsync(all, owner => reader.ReadAsync(owner.Id, today)));
        }

        var ratio = new Sample(service.Zip(sql, (a, b) => a / b));
        Console.WriteLine($"| {provider} | {owners:N0} owners, {owners * Months:N0} bills | service {new Sample(service).Median:0.000} ms a page | SQL {new Sample(sql).Median:0.000} ms | ratio {ratio.Median:0.00} ({ratio.Spread("0.00")}) |");
    }

    private static Task<PortalFigures> HomeAsync(BenchmarkDatabase database, Owner owner) => database.AsOwnerAsync(owner, async (PortalHome home) =>
    {
        var (units, open, prepaid) = await home.ReadAsync();
        return new PortalFigures(units, open, prepaid);
    });

    // Two sides that read different things would compare nothing.
    private static async Task SameAsync(BenchmarkDatabase database, SqlPortal reader, Owner owner, DateOnly today)
    {
        var (service, sql) = (await HomeAsync(database, owner), await reader.ReadAsync(owner.Id, today));
        if (!service.Units.SequenceEqual(sql.Units) || !service.Open.SequenceEqual(sql.Open) || service.Prepaid != sql.Prepaid || service.Open.Count != Months)
        {
            throw new InvalidOperationException("The hand-written SQL reads something else than the page.");
        }
    }

    /// <returns>Milliseconds for each owner, on average.</returns>
    private static async Task<double> TimeAsync(IEnumerable<Owner> owners, Func<Owner, Task<PortalFigures>> read)
    {
        GC.Collect();
        var (count, start) = (0, Stopwatch.GetTimestamp());
        foreach (var owner in owners)
        {
            await read(owner);
            count++;
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / count;
    }
}
