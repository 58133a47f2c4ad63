using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Benchmarks;

/// <summary>What is paid: a bill with five lines, as a whole.</summary>
internal sealed record PayableBill(Guid Owner, Guid Id, Money Total, IReadOnlyList<(Guid Id, Money Amount)> Lines);

/// <summary>
/// Taking cash at the desk through the service, in an open shift, against the same rows written by prepared SQL in one
/// transaction each. The clerks share one community, so that both sides wait for the same book of receipts.
/// </summary>
internal static class PaymentsAgainstSql
{
    private const int Rounds = 5;
    // Until the code is compiled as it runs for hours.
    private const int WarmUp = 400;

    /// <param name="payments">Of each clerk in each round.</param>
    public static async Task<PostingFigures> MeasureAsync(DatabaseProvider provider, int clerks, int payments)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider, pooling: true);
        var community = await database.AddCommunityAsync(2 * clerks * (WarmUp + (Rounds * payments)));
        var run = await database.In((BillRuns r) => r.DraftAsync(community, BillRunAgainstRawInsert.Month));
        await database.In((BillPublishing p) => p.PublishAsync(run.RunId));
        var bills = new ConcurrentQueue<PayableBill>(await database.In((DeskDbContext db) => BillsAsync(db)));
        var desks = Enumerable.Range(0, clerks).Select(_ => Guid.NewGuid()).ToArray();
        foreach (var clerk in desks)
        {
            await database.In((ShiftRoom s) => s.OpenAsync(community, Money.Zero), clerk);
        }

        await RoundAsync(desks, WarmUp, clerk => Task.FromResult<Func<Task>>(() => TakeAsync(database, clerk, Next(bills))));
        await RoundAsync(desks, WarmUp, _ => SqlClerkAsync(database, bills));
        var (service, sql) = (new List<(double, double, double)>(), new List<(double, double, double)>());
        for (var round = 0; round < Rounds; round++)
        {
            service.Add(await RoundAsync(desks, payments, clerk => Task.FromResult<Func<Task>>(() => TakeAsync(database, clerk, Next(bills)))));
            sql.Add(await RoundAsync(desks, payments, _ => SqlClerkAsync(database, bills)));
            Console.WriteLine($"  {provider} {clerks} clerks round {round + 1}: service {service[^1].Item1:N0}/s p99 {service[^1].Item3:0.0} ms, SQL {sql[^1].Item1:N0}/s p99 {sql[^1].Item3:0.0} ms");
        }

        return new PostingFigures(provider, clerks, Speed(service), Speed(sql));
    }

    private static PostingSpeed Speed(List<(double PerSecond, double P50, double P99)> rounds) =>
        new(rounds.ConvertAll(r => r.PerSecond), rounds.ConvertAll(r => r.P50), rounds.ConvertAll(r => r.P99));

    /// <param name="open">A clerk sits down: gives the act that takes the next payment.</param>
    private static async Task<(double PerSecond, double P50, double P99)> RoundAsync(Guid[] clerks, int payments, Func<Guid, Task<Func<Task>>> open)
    {
        GC.Collect();
        var acts = await Task.WhenAll(clerks.Select(open));
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(acts.Select(act => Task.Run(async () =>
        {
            var own = new List<double>(payments);
            for (var i = 0; i < payments; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await act();
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var sorted = times.SelectMany(t => t).Order().ToList();
        return (sorted.Count / seconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)]);
    }

    private static Task<PaymentTaken> TakeAsync(BenchmarkDatabase database, Guid clerk, PayableBill bill) => database.In(
        (TakePayment t) => t.RunAsync(new PaymentRequest(Guid.NewGuid(), bill.Owner, [], bill.Total, [new Tender(PaymentMethod.Cash, bill.Total)])), clerk);

    // The rows that the service wrote for some payment are the pattern: nothing of them is left out.
    private static async Task<Func<Task>> SqlClerkAsync(BenchmarkDatabase database, ConcurrentQueue<PayableBill> bills)
    {
        var clerk = await database.In((DeskDbContext db) => SqlClerk.OpenAsync(database.Options, db));
        return () => clerk.TakeAsync(Next(bills));
    }

    private static PayableBill Next(ConcurrentQueue<PayableBill> bills) => bills.TryDequeue(out var bill) ? bill : throw new InvalidOperationException("No more bills.");

    private static async Task<List<PayableBill>> BillsAsync(DeskDbContext db) =>
        (await db.Bills.AsNoTracking().Include(b => b.Lines).AsSplitQuery().ToListAsync())
        .ConvertAll(b => new PayableBill(b.OwnerId, b.Id, b.Outstanding, [.. b.Lines.OrderBy(l => l.Position).Select(l => (l.Id, l.Outstanding))]));
}
