using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Rounds;

namespace PropertyDesk.Web.Demo;

/// <summary>Arrears at work: messages and calls of the ladder, talks with their reasons and promises, letters, and a round half done.</summary>
internal static class DemoDunning
{
    private const int Talks = 8;
    private const int Doors = 25;

    public static async Task CollectAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        db.ChangeTracker.Clear();
        // Three days of the ladder, as if nobody had looked at it before: what is oldest has reached its letter.
        foreach (var day in new[] { -6, -3, 0 })
        {
            await scope.GetRequiredService<DunningDay>().RunAsync(today.AddDays(day));
            db.ChangeTracker.Clear();
        }

        await TalkAsync(scope, db, today);
        await WriteAsync(scope, db, today);
        await WalkAsync(scope, communityId);
    }

    private static async Task TalkAsync(IServiceProvider scope, DeskDbContext db, DateOnly today)
    {
        var calls = await scope.GetRequiredService<CallList>().TodayAsync();
        foreach (var (i, call) in calls.Take(Talks).Index())
        {
            db.ChangeTracker.Clear();
            var bills = await db.Dunnable().Where(b => b.OwnerId == call.OwnerId && b.DueOn < today).Select(b => b.Id).ToListAsync();
            var report = new ContactReport(Guid.NewGuid(), CallOutcome.NoAnswer, bills);
            await scope.GetRequiredService<RecordContact>().RunAsync(call.OwnerId, (i % 4) switch
            {
                0 => report with { Outcome = CallOutcome.Promised, PromiseUntil = today.AddDays(5 + i), Reason = ArrearsReason.Forgot, Note = "发工资后来服务中心付" },
                1 => report with { Outcome = CallOutcome.Refused, Reason = ArrearsReason.RepairNotDone, Note = "楼道灯报修两个月没有修" },
                2 => report with { Outcome = CallOutcome.CallBack, Again = today.AddDays(i == 2 ? 0 : 2), Reason = ArrearsReason.Hardship },
                _ => report with { Reason = ArrearsReason.Vacant },
            });
        }
    }

    private static async Task WriteAsync(IServiceProvider scope, DeskDbContext db, DateOnly today)
    {
        var waiting = await scope.GetRequiredService<LetterQueries>().WaitingAsync();
        if (waiting.Count < 2)
        {
            return;
        }

        var letters = scope.GetRequiredService<DemandLetters>();
        await letters.IssueAsync([.. waiting.Take((waiting.Count + 1) / 2).Select(w => w.ContactId)]);
        var first = await db.DemandLetters.OrderBy(l => l.Number).Select(l => l.Id).FirstAsync();
        await letters.ProveAsync(first, new ProofOfDelivery(LetterWay.RegisteredPost, today, "EMS 1098 7765 2201", null, "邮局已收寄"));
    }

    private static async Task WalkAsync(IServiceProvider scope, Guid communityId)
    {
        var queries = scope.GetRequiredService<RoundQueries>();
        if (await queries.WaitingAsync() is not { Count: > 1 } waiting)
        {
            return;
        }

        var rounds = scope.GetRequiredService<PrintRounds>();
        var round = await rounds.StartAsync(communityId, waiting[1].RunId, Texts.Of("{0} 账单送达", waiting[1].Month!));
        foreach (var stop in (await queries.FindAsync(round)).Stops.Take(Doors))
        {
            await rounds.RecordAsync(stop.Id, stop.Place % 7 == 3 ? StopState.NobodyHome : StopState.Delivered, null);
        }
    }
}
