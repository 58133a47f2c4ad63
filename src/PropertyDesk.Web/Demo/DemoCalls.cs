using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Web.Demo;

/// <summary>A knowledge base with its history, and three months of calls: answered from it, promised, late, and one that became a ticket.</summary>
internal sealed class DemoCalls(IServiceProvider services)
{
    private const int Days = 75;

    private static readonly (string Title, string Question)[] Asked =
    [
        ("物业费怎么算、什么时候交", "上个月物业费为什么比邻居高"),
        ("装修几点可以施工", "楼上周六上午敲墙，能不能敲"),
        ("门禁卡丢了怎么补", "门卡丢了，孩子放学进不来"),
        ("停车怎么收费、怎么包月", "想包一个地下车位，怎么办"),
        ("水费比平时高很多怎么办", "这个月水费翻了一倍"),
        ("怎么开发票", "单位要报销，能开发票吗"),
        ("哪些维修要收费", "水龙头坏了上门要钱吗"),
        ("访客怎么进小区", "朋友开车来怎么进"),
        ("违约金怎么算", "账单上怎么有违约金"),
        ("装修押金什么时候退", "装修完一个多月了，押金呢"),
    ];

    private readonly DemoClock _clock = new();

    public async Task TakeAsync(int companyId, Guid communityId, DateOnly today)
    {
        await WriteAsync(companyId, today);
        await using var scope = await EnterAsync(companyId, Role.ServiceDesk);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var zone = db.Current.TimeZone;
        var take = new TakeCall(db, new OpenTickets(db, scope.ServiceProvider.GetRequiredService<TicketSettings>(), scope.ServiceProvider.GetRequiredService<KnownIncidents>(), scope.ServiceProvider.GetRequiredService<Attachments>(), _clock), _clock);
        var articles = await (from a in db.Articles join v in db.ArticleVersions on new { ArticleId = a.Id, Number = a.Current } equals new { v.ArticleId, v.Number } select new { a.Title, a.TopicId, VersionId = v.Id }).ToDictionaryAsync(a => a.Title);
        var homes = await db.Ownerships.Where(o => o.Owner.CommunityId == communityId && o.Owner.Phone != null && o.From <= today && (o.To == null || o.To >= today))
            .OrderBy(o => o.Unit.Code).Select(o => new { o.OwnerId, o.UnitId, o.Owner.Phone }).Take(60).ToListAsync();
        for (var i = 0; i < Days; i++)
        {
            var (title, question) = Asked[((i * 3) + (i / 7)) % Asked.Length];
            var home = homes[i * 7 % homes.Count];
            _clock.Set(today.AddDays(i - Days), 9 + (i % 8), zone);
            await take.RunAsync(new NewCall(Guid.NewGuid(), null, home.OwnerId, home.UnitId, home.Phone, null, articles[title].TopicId, question, null, articles[title].VersionId, null, null));
            db.ChangeTracker.Clear();
        }

        var topics = await db.CallTopics.ToDictionaryAsync(t => t.Name, t => t.Id);
        NewCall Call(int home, string topic, string question, string? answer, string? searched = null, DateTime? back = null, string? caller = null, string? phone = null) =>
            new(Guid.NewGuid(), null, homes[home].OwnerId, homes[home].UnitId, phone ?? homes[home].Phone, caller, topics[topic], question, answer, null, searched, back);
        _clock.Set(today.AddDays(-2), 10, zone);
        await take.RunAsync(Call(3, "其他", "小区有没有充电桩", "暂时没有，业委会在谈", "充电桩"));
        _clock.Set(today.AddDays(-1), 15, zone);
        await take.RunAsync(Call(9, "停车与车位", "新能源车能不能自己装充电桩", "要先问供电公司", "充电桩"));
        await take.RunAsync(Call(12, "收费与账单", "去年多交的水费退了没有", null, back: today.AddDays(-1).ToDateTime(new TimeOnly(17, 30)), caller: "女儿", phone: "13512340099"));
        // From here on as it is: a call back is due in the hours to come, whenever the demo is started.
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var live = scope.ServiceProvider.GetRequiredService<TakeCall>();
        var local = TimeZoneInfo.ConvertTime(now.GetUtcNow(), zone).DateTime;
        var returns = scope.ServiceProvider.GetRequiredService<ReturnCalls>();
        var busy = await live.RunAsync(Call(20, "服务与办事", "房子要过户，结清证明今天能开吗", "财务查过再回电", back: local.AddHours(2)));
        await returns.RunAsync(busy, new ReturnFacts(1, ReturnOutcome.NoAnswer, "响了很久没人接", local.AddHours(3)));
        await live.RunAsync(new NewCall(Guid.NewGuid(), communityId, null, null, "021-6666 1234", "快递站站长", topics["其他"], "想在北门放一组快递柜，找谁谈", null, null, null, local.AddHours(20)));
        var reached = await live.RunAsync(Call(25, "小区规定", "阳台能不能封", null, "封阳台", back: local.AddHours(1)));
        await returns.RunAsync(reached, new ReturnFacts(1, ReturnOutcome.Reached, "要先报业委会备案，已把表格发到邮箱"));
        var category = await db.TicketCategories.Where(c => c.Name == "公共设施").Select(c => c.Id).SingleAsync();
        await live.RunAsync(Call(30, "维修与设施", "地下车库入口的灯坏了两盏，晚上很暗", null) with { Ticket = new TicketWish(category, Urgency.Normal, "地下车库入口") });
    }

    private async Task WriteAsync(int companyId, DateOnly today)
    {
        await using var scope = await EnterAsync(companyId, Role.Manager);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await scope.ServiceProvider.GetRequiredService<CallTopics>().FillAsync();
        var topics = await db.CallTopics.ToDictionaryAsync(t => t.Name, t => t.Id);
        var write = new WriteKnowledge(db, _clock);
        _clock.Set(today.AddDays(-Days - 5), 9, db.Current.TimeZone);
        foreach (var (topic, text) in DemoKnowledge.Articles)
        {
            await write.AddAsync(Guid.NewGuid(), topics[topic], text);
        }

        _clock.Set(today.AddDays(-Days / 2), 16, db.Current.TimeZone);
        foreach (var (title, old, changed) in DemoKnowledge.Changes)
        {
            var (topic, text) = DemoKnowledge.Articles.Single(a => a.Text.Title == title);
            var id = await db.Articles.Where(a => a.Title == title).Select(a => a.Id).SingleAsync();
            await write.ChangeAsync(id, topics[topic], text with { Body = text.Body!.Replace(old, changed, StringComparison.Ordinal) }, seen: 1);
        }
    }

    private async Task<AsyncServiceScope> EnterAsync(int companyId, Role role)
    {
        var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Id == companyId);
        db.Current.EnterAsJob(company, "演示数据");
        var person = await db.Memberships.AsNoTracking().SingleAsync(m => m.Role == role);
        var name = await db.Users.Where(u => u.Id == person.UserId).Select(u => u.DisplayName).SingleAsync();
        db.Current.Enter(company, person.UserId, name, [person], []);
        return scope;
    }
}
