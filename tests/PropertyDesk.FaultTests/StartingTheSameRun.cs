using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Benchmarks;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.FaultWorker;

namespace PropertyDesk.FaultTests;

/// <summary>Two servers are asked for the same month's bills at the same moment, month after month.</summary>
public sealed class StartingTheSameRun(ITestOutputHelper output)
{
    private const int Months = 200;
    private const int Units = 10;

    [Fact]
    public async Task From_two_servers_makes_and_posts_its_bills_once()
    {
        await using var database = await FaultDatabase.CreateAsync(FaultDatabase.Server, "http://127.0.0.1:1");
        var company = await database.AddCompanyAsync();
        var community = (await database.In(company, (DeskDbContext db) => LargeCommunity.AddAsync(db, company, Units))).Id;
        await using WorkerProcess first = await WorkerProcess.StartAsync(database, "http://127.0.0.1:1"), second = await WorkerProcess.StartAsync(database, "http://127.0.0.1:1");
        await using var hearsFirst = first.ListenAsync().GetAsyncEnumerator();
        await using var hearsSecond = second.ListenAsync().GetAsyncEnumerator();
        var (month, refused) = (World.FirstMonth, 0);
        for (var i = 0; i < Months; i++, month = month.Next)
        {
            var runs = await Task.WhenAll(AskAsync(first, hearsFirst, month), AskAsync(second, hearsSecond, month));
            Assert.Equal(runs[0].Run, runs[1].Run);
            refused += runs.Sum(r => r.Refused);
        }

        Assert.Equal(Months, await SeeAsync(db => db.BillRuns.CountAsync(r => r.State == BillRunState.Published)));
        Assert.Equal(Months, await SeeAsync(db => db.BillRuns.CountAsync()));
        Assert.Equal(Months * Units, await SeeAsync(db => db.Bills.CountAsync()));
        Assert.Equal(Months * Units, await SeeAsync(db => db.Bills.Select(b => new { b.UnitId, b.Period }).Distinct().CountAsync()));
        Assert.Equal(await SeeAsync(db => db.Bills.SumAsync(b => b.Total.Fen)), await SeeAsync(db => db.JournalLines.Where(l => l.Account == Account.Receivable).SumAsync(l => l.Amount.Fen)));
        Assert.Empty((await database.In(company, (LedgerAudit a) => a.RunAsync())).Broken);
        FaultCounts.Tell(output, string.Create(CultureInfo.InvariantCulture, $"two servers on {FaultDatabase.Engine} asked for the same run at once: {Months} times, {refused} times one was told that the other was quicker, and asked again; doubled 0"));

        Task<TResult> SeeAsync<TResult>(Func<DeskDbContext, Task<TResult>> look) => database.In(company, look);

        // As the page: whoever was told that somebody else was quicker looks again.
        async Task<(string Run, int Refused)> AskAsync(WorkerProcess server, IAsyncEnumerator<Said> said, BillingMonth period)
        {
            var act = new Act(ActKind.Publish, Guid.NewGuid(), 0, company.Id, community, period.Number);
            await server.SendAsync([act]);
            for (var times = 0; await said.MoveNextAsync();)
            {
                if (said.Current is { Word: "ACK" } answer)
                {
                    return (answer.Text, times);
                }

                if (said.Current is { Word: "ERR" } refusal)
                {
                    Assert.True(++times < 5, refusal.Text);
                    await server.SendAsync([act]);
                }
            }

            throw new InvalidOperationException("The server ended.");
        }
    }
}
