using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>
/// What the person at the desk looks at all day (search box, queue, owner's page), in a company with years behind it, on
/// PostgreSQL; beside the core of the same read by hand-written SQL. The pages read more than that: flags, tags, notices,
/// calls, household, what was tried online.
/// </summary>
internal static class ServiceDeskAgainstSql
{
    private const int Samples = 300;
    private const int WarmUp = 30;

    // The queue of a whole company is read by few, and slower to measure.
    private const int QueueSamples = 100;

    private static readonly Guid Clerk = Guid.NewGuid();

    public static async Task MeasureAsync(int tickets, int owners)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(DatabaseProvider.Postgres, pooling: true);
        var start = Stopwatch.GetTimestamp();
        await BusyArchive.FillAsync(database, owners, tickets);
        await database.In((DeskDbContext db) => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
        Console.WriteLine($"{owners:N0} owners, {tickets:N0} tickets: filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        await MeasureAsync(database);
    }

    /// <summary>In a database that is filled already.</summary>
    public static async Task MeasureAsync(BenchmarkDatabase database)
    {
        var sql = new SqlServiceDesk(BenchmarkDatabase.PastTheWall(database.Options), database.Company.Id);
        var people = await database.In((DeskDbContext db) => db.Owners.AsNoTracking().OrderBy(o => o.Id).Select(o => new { o.Id, o.Name, o.Phone, o.Initials }).ToListAsync());
        var one = Enumerable.Range(0, Samples + WarmUp).Select(i => people[(int)((long)i * 7_919 % people.Count)]).ToList();
        await SameAsync(database, sql, one[0].Id, one[0].Name);

        Console.WriteLine("| asked for | p50 ms | p95 ms | p99 ms | SQL p50 ms | SQL p95 ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        await PrintAsync("search: a name", one, p => FindAsync(database, p.Name), p => sql.FindAsync(p.Name));
        await PrintAsync("search: a surname and a character", one, p => FindAsync(database, p.Name[..2]), p => sql.FindAsync(p.Name[..2]));
        await PrintAsync("search: initials", one, p => FindAsync(database, p.Initials.ToLowerInvariant()));
        await PrintAsync("search: a phone's last four", one, p => FindAsync(database, p.Phone![^4..]));
        await PrintAsync("search: a flat", [.. Enumerable.Range(1, Samples + WarmUp)], n => FindAsync(database, $"1-{n}"));
        await PrintAsync("search: a meter's last five", [.. Enumerable.Range(0, Samples + WarmUp)], n => FindAsync(database, $"{n * 587 % 100_000:00000}"));
        await PrintAsync("search: a plate without its province", [.. Enumerable.Range(0, Samples + WarmUp)], n => FindAsync(database, $"a{n * 37 * 59 % 100_000:00000}"));
        await PrintAsync("search: what is nowhere", one, p => FindAsync(database, p.Name + "甲"));
        await PrintAsync("owner's page", one, p => OwnerAsync(database, p.Id), p => sql.OwnerAsync(p.Id));
        var rounds = Enumerable.Range(0, QueueSamples + WarmUp).ToList();
        await PrintAsync("queue: first screen", rounds, _ => QueueAsync(database, new(QueueShown.Open)), _ => sql.QueueAsync());
        await PrintAsync("queue: all that ever were", rounds, _ => QueueAsync(database, new(QueueShown.All)));
        await PrintAsync("queue: all, a number", rounds, i => QueueAsync(database, new(QueueShown.All, Text: $"GD-{(i * 7_919) + 1:000000}")));
        await PrintAsync("queue: all, a word", rounds, i => QueueAsync(database, new(QueueShown.All, Text: $"第 {i * 7_919} 次")));
        await PrintAsync("queue: all, an owner's name", rounds, i => QueueAsync(database, new(QueueShown.All, Text: one[i].Name)));
        var latest = await database.In((DeskDbContext db) => db.Tickets.OrderByDescending(t => t.Number).Take(Samples + WarmUp).Select(t => t.Id).ToListAsync());
        await PrintAsync("ticket's page", latest, id => database.In((TicketQueries q) => q.FindAsync(id), Clerk));
    }

    private static Task<IReadOnlyList<SearchHit>> FindAsync(BenchmarkDatabase database, string text) => database.In((DeskSearch s) => s.FindAsync(text), Clerk);

    private static async Task<(IReadOnlyList<Guid> Ids, long Open)> QueueAsync(BenchmarkDatabase database, QueueFilter filter) => await database.In(
        async (IServiceProvider services) =>
        {
            T Get<T>() => (T)services.GetService(typeof(T))!;
            var (tickets, settings) = (Get<TicketQueries>(), Get<TicketSettings>());
            await settings.FillAsync();
            var (page, figures) = (await tickets.QueueAsync(filter), await tickets.FiguresAsync());
            await Get<CommunityQueries>().NamesAsync();
            await settings.DepartmentsAsync();
            await Get<IncidentSigns>().FindAsync();
            await Get<KnownIncidents>().OpenAsync();
            return ((IReadOnlyList<Guid>)[.. page.Rows.Select(t => t.Id)], (long)figures.Open);
        },
        Clerk);

    private static async Task<IReadOnlyList<Guid>> OwnerAsync(BenchmarkDatabase database, Guid owner) => await database.In(
        async (IServiceProvider services) =>
        {
            T Get<T>() => (T)services.GetService(typeof(T))!;
            await Get<OwnerQueries>().FindAsync(owner);
            await Get<LeaseQueries>().OfLesseeAsync(owner);
            await Get<TakePageQueries>().FlagsAsync(owner);
            await Get<MandateQueries>().OfOwnerAsync(owner);
            var activity = await Get<OwnerActivity>().OfAsync(owner);
            await Get<FamilyMembers>().OfOwnerAsync(owner);
            await Get<TakePageQueries>().TriesAsync(owner);
            return (IReadOnlyList<Guid>)[.. activity.Tickets.Select(t => t.Id)];
        },
        Clerk);

    // Two sides that read different things would compare nothing.
    private static async Task SameAsync(BenchmarkDatabase database, SqlServiceDesk sql, Guid owner, string name)
    {
        var ((ids, open), (sqlIds, sqlOpen)) = (await QueueAsync(database, new(QueueShown.Open)), await sql.QueueAsync());
        var (found, sqlFound) = ((await FindAsync(database, name)).Select(h => h.OwnerId), await sql.FindAsync(name));
        var (theirs, sqlTheirs) = (await OwnerAsync(database, owner), await sql.OwnerAsync(owner));
        if (!ids.SequenceEqual(sqlIds) || open != sqlOpen || open == 0 || !found.SequenceEqual(sqlFound) || sqlFound.Count == 0 || !theirs.SequenceEqual(sqlTheirs) || theirs.Count == 0)
        {
            throw new InvalidOperationException("The hand-written SQL reads something else than the pages.");
        }
    }

    private static async Task PrintAsync<T>(string name, IReadOnlyList<T> asked, Func<T, Task> service, Func<T, Task>? sql = null)
    {
        var page = await TimesAsync(asked, service);
        var hand = sql is null ? null : await TimesAsync(asked, sql);
        Console.WriteLine($"| {name} | {At(page, 50)} | {At(page, 95)} | {At(page, 99)} | {(hand is null ? "" : At(hand, 50))} | {(hand is null ? "" : At(hand, 95))} |");
    }

    private static async Task<double[]> TimesAsync<T>(IReadOnlyList<T> asked, Func<T, Task> read)
    {
        var times = new List<double>();
        foreach (var (i, each) in asked.Index())
        {
            var start = Stopwatch.GetTimestamp();
            await read(each);
            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. times.Order()];
    }

    private static string At(double[] sorted, int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].ToString("0.0");
}
