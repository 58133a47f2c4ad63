using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Notices;

namespace PropertyDesk.Web.Demo;

/// <summary>Notices in every state: one for a building, one that was corrected, one that waits for its hour, a draft.</summary>
internal static class DemoNotices
{
    private const int Readers = 40;

    public static async Task PublishAsync(IServiceProvider scope, DeskDbContext db, Guid communityId, DateOnly today)
    {
        db.ChangeTracker.Clear();
        var (write, publish) = (scope.GetRequiredService<WriteNotices>(), scope.GetRequiredService<PublishNotices>());
        var building = await db.Buildings.Where(b => b.CommunityId == communityId).OrderBy(b => b.SortOrder).Select(b => b.Id).FirstAsync();
        DateTimeOffset At(int days, int hour) => db.Current.InstantOf(today.AddDays(days).ToDateTime(new TimeOnly(hour, 0)));
        Task<Guid> Draft(NoticeKind kind, NoticeText text, Audience? audience = null, bool urgent = false, DateOnly? expires = null) =>
            write.DraftAsync(communityId, new NoticePlan(kind, text, audience ?? Audience.Everybody, urgent, IsPublic: true, expires));

        var rules = await Draft(NoticeKind.Policy, new("电动自行车停放和充电规定", "电动自行车请停放在地面充电棚，禁止进电梯、进楼道。", "为了大家的安全：\n\n1. **禁止**电动自行车和电瓶进入电梯、楼道和室内充电；\n2. 充电棚 24 小时开放，扫码使用；\n3. 违规停放的车辆由秩序员移至充电棚。\n\n|位置|车位|\n|-|-|\n|1 号棚（东门）|40|\n|2 号棚（西门）|56|", null, null, null));
        await publish.PublishAsync(rules);
        var party = await Draft(NoticeKind.Event, new("邻里节暨跳蚤市场", "周末在中心花园，欢迎带闲置物品来交换。", "## 安排\n\n- 14:00 跳蚤市场\n- 16:00 亲子游戏\n- 18:00 露天电影\n\n摊位请到服务中心登记。", At(6, 14), At(6, 20), null), expires: today.AddDays(7));
        await publish.PublishAsync(party);
        await publish.CorrectAsync(party, new("邻里节暨跳蚤市场", "周末在中心花园，欢迎带闲置物品来交换；电影改在 19:00。", "## 安排\n\n- 14:00 跳蚤市场\n- 16:00 亲子游戏\n- 19:00 露天电影\n\n摊位请到服务中心登记。", At(6, 14), At(6, 21), null), "露天电影时间写错", tellsAgain: true);
        var water = await Draft(NoticeKind.Outage, new("二次供水水箱清洗停水", "明天 9 点到 17 点停水，请提前储水。", "因清洗二次供水水箱，届时停水。\n\n来水后请先放水 **5 分钟** 再使用。", At(1, 9), At(1, 17), "停水期间电热水器请断电；消防用水不受影响。"), new Audience([building], [], [], WithRenters: true), urgent: true, expires: today.AddDays(2));
        await publish.PublishAsync(water);
        await publish.ScheduleAsync(await Draft(NoticeKind.General, new("垃圾分类督导时间调整", "下周起早间督导改为 7:00–9:00。", "下周起，早间督导时间改为 **7:00–9:00**，晚间不变。", null, null, null)), At(1, 9));
        await Draft(NoticeKind.General, new("外墙清洗安排（征求意见）", "拟于下月清洗外墙，先征求各楼栋意见。", "施工队已比价，请经理审阅后发布。", null, null, null));
        await ReadAsync(scope, db, rules, water);
    }

    // As if owners had opened them: every fourth of those who were told.
    private static async Task ReadAsync(IServiceProvider scope, DeskDbContext db, params Guid[] ids)
    {
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var id in ids)
        {
            var notice = await db.Notices.SingleAsync(n => n.Id == id);
            var owners = await db.NoticeRecipients.Where(r => r.NoticeId == id).OrderBy(r => r.Units).Select(r => r.OwnerId).Take(Readers * 4).ToListAsync();
            await db.BulkInsertAsync(owners.Where((_, i) => i % 4 == 1).Select(owner => new NoticeRead(notice, owner, now)).ToList());
        }
    }
}
