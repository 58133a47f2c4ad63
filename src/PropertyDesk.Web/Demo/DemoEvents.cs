using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Web.Demo;

/// <summary>Events in every state: one that is full with a waiting list, one that was held and rated, one that was cancelled, a draft.</summary>
internal static class DemoEvents
{
    private const string Arrangement = "## 安排\n\n- 提前 10 分钟到场签到\n- 请自带水杯\n- 有老人和孩子同来的，请告诉现场工作人员";

    public static async Task HoldAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        db.ChangeTracker.Clear();
        var (write, run) = (scope.GetRequiredService<WriteEvents>(), scope.GetRequiredService<RunEvents>());
        DateTimeOffset At(int days, int hour) => db.Current.InstantOf(today.AddDays(days).ToDateTime(new TimeOnly(hour, 0)));
        Task<Guid> Draft(string title, string summary, string place, DateTimeOffset from, DateTimeOffset until, DateTimeOffset? signUp, int places, int most) => write.DraftAsync(
            communityId, Guid.NewGuid(), new EventPlan(title, summary, Arrangement, place, from, until, signUp, places, most, Audience.Everybody));

        // It begins some days from now, is signed up for, and is then moved back: as if those days had gone by.
        var held = await Draft("重阳节包饺子", "和邻居一起包饺子，给独居老人送一份。", "会所一楼多功能厅", At(3, 9), At(3, 11), null, 40, 4);
        await run.PublishAsync(held);
        await SignUpAsync(scope, db, held, 14);
        await HappenAsync(scope, db, held, At(-6, 9));

        var full = await Draft("亲子手工：做风筝", "材料由物业准备，孩子须有家长陪同。", "中心花园凉亭", At(5, 14), At(5, 16), At(4, 20), 18, 3);
        await run.PublishAsync(full);
        await SignUpAsync(scope, db, full, 12);

        var rained = await Draft("露天电影《流浪地球》", "自带小板凳，放映前有抽奖。", "东门广场", At(2, 19), At(2, 21), null, 100, 5);
        await run.PublishAsync(rained);
        await SignUpAsync(scope, db, rained, 6);
        await run.CancelAsync(rained, "预报当晚有大雨，改期另行通知");

        await Draft("消防演练和灭火器实操", "请每户至少来一人，学会用灭火器。", "3 栋楼下空地", At(12, 10), At(12, 11), null, 60, 2);
    }

    private static async Task SignUpAsync(IServiceProvider scope, DeskDbContext db, Guid id, int households)
    {
        var signUps = scope.GetRequiredService<SignUps>();
        var noticeId = await db.CommunityEvents.Where(e => e.Id == id).Select(e => e.NoticeId).SingleAsync();
        // The owner of the demo's portal is among them.
        var login = await db.Memberships.Where(m => m.Role == Role.Owner).Select(m => m.OwnerId).FirstOrDefaultAsync();
        var units = await db.NoticeRecipients.Where(r => r.NoticeId == noticeId && r.Units != "").OrderBy(r => r.OwnerId != login).ThenBy(r => r.Units).Select(r => r.Units).Take(households).ToListAsync();
        foreach (var (i, unit) in units.Index())
        {
            await signUps.SignUpUnitAsync(id, Guid.NewGuid(), unit.Split('、')[0], 1 + (i % 3));
            db.ChangeTracker.Clear();
        }
    }

    private static async Task HappenAsync(IServiceProvider scope, DeskDbContext db, Guid id, DateTimeOffset from)
    {
        var (until, closed) = (from.AddHours(2), from.AddHours(-12));
        await db.CommunityEvents.Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.From, from).SetProperty(e => e.Until, until).SetProperty(e => e.SignUpUntil, closed));
        db.ChangeTracker.Clear();
        var came = await db.EventSignUps.Where(s => s.EventId == id && s.State == SignUpState.Confirmed).OrderBy(s => s.Number).Select(s => new { s.Id, s.People }).ToListAsync();
        List<NotedCheckIn> noted = [.. came.Where((_, i) => i % 6 != 5).Select((s, i) => new NotedCheckIn(Guid.NewGuid(), s.Id, s.People, null, from.AddMinutes(i - 10)))];
        await scope.GetRequiredService<CheckIns>().RecordAsync(id, [.. noted, new NotedCheckIn(Guid.NewGuid(), null, 2, "5 栋李阿姨", from.AddMinutes(15))]);
        string?[] words = ["饺子很香，希望每季度办一次", null, "场地有点挤", null, "老人家很开心，谢谢物业"];
        var here = noted.Take(9).Select(n => n.SignUpId!.Value).ToList();
        foreach (var (i, signUp) in (await db.EventSignUps.Where(s => here.Contains(s.Id)).OrderBy(s => s.Number).ToListAsync()).Index())
        {
            signUp.Rate(i % 4 == 2 ? 3 : 5, words[i % words.Length], came: true, until.AddHours(i + 1));
        }

        await db.SaveChangesAsync();
    }
}
