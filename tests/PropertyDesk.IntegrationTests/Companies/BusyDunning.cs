using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A ladder that bills have climbed to the letter, a call with a promise, a letter with its proof, and a round.</summary>
internal static class BusyDunning
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DeskDbContext>();
        // The bills were issued today: their due date is moved into the past, as time would.
        var today = db.Current.Today(desk.Clock);
        await db.Bills.Where(b => b.IssuedOn != null).ExecuteUpdateAsync(set => set.SetProperty(b => b.DueOn, (DateOnly?)today.AddDays(-40)));
        await services.GetRequiredService<DunningLadders>().ChangeAsync(await db.Communities.Select(c => (Guid?)c.Id).FirstAsync(), [new(DunningKind.Letter, 30, 0, true)], 14, 10);
        await services.GetRequiredService<DunningDay>().RunAsync(today);
        await services.GetRequiredService<PrintRounds>().StartAsync(await db.Communities.Select(c => c.Id).FirstAsync(), null, "送达");
        var waiting = await services.GetRequiredService<LetterQueries>().WaitingAsync();
        await services.GetRequiredService<DemandLetters>().IssueAsync([waiting[0].ContactId]);
        await services.GetRequiredService<DemandLetters>().ProveAsync(await db.DemandLetters.Select(l => l.Id).SingleAsync(), new(LetterWay.RegisteredPost, today, "EMS1", null, null));
        var bill = await db.Bills.Where(b => b.OwnerId == waiting[1].OwnerId && b.Outstanding.Fen > 0 && b.IssuedOn != null).Select(b => b.Id).FirstAsync();
        await services.GetRequiredService<RecordContact>().RunAsync(waiting[1].OwnerId, new(Guid.NewGuid(), CallOutcome.Promised, [bill], ArrearsReason.Forgot, PromiseUntil: today.AddDays(3)));
    }
}
