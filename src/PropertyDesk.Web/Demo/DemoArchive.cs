using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Web.Demo;

/// <summary>What the desk has noted about people over five months: needs, families, pets, papers, notes.</summary>
internal static class DemoArchive
{
    private static readonly (int Home, int DaysAgo, string Tag, int? Days, string? Note)[] Tags =
    [
        (0, 140, "独居老人", null, "每周二上门看看，女儿在国外"), (7, 120, "独居老人", null, null), (15, 95, "独居老人", null, "有降压药，楼长有备用钥匙"), (33, 60, "独居老人", null, null), (41, 20, "独居老人", null, null),
        (3, 110, "行动不便", null, "轮椅，需要开无障碍门"), (22, 75, "行动不便", null, null), (11, 50, "听力障碍", null, "请发短信，不要打电话"), (5, 100, "孕妇", 90, null), (26, 30, "孕妇", 150, null),
        (9, 130, "新生儿", 120, null), (18, 40, "新生儿", 180, "中午一点到三点不要敲门"), (30, 15, "新生儿", 180, null), (12, 80, "需陪同", null, null),
        (2, 145, "志愿者", null, "周末巡逻"), (20, 145, "志愿者", null, null), (36, 70, "志愿者", null, null), (4, 140, "业委会", null, null), (16, 140, "业委会", null, null), (28, 90, "楼长", null, null), (45, 55, "长期不在", null, "在苏州上班，节假日回来"),
    ];

    public static async Task KeepAsync(IServiceProvider services, DeskDbContext db, Guid communityId, DateOnly today)
    {
        await services.GetRequiredService<OwnerTags>().FillAsync();
        var tags = await db.OwnerTags.ToDictionaryAsync(t => t.Name, t => t.Id);
        var homes = await db.Ownerships.Where(o => o.Owner.CommunityId == communityId && o.Owner.Phone != null && o.From <= today && (o.To == null || o.To >= today))
            .OrderBy(o => o.Unit.Code).Select(o => new { o.OwnerId, o.UnitId }).Take(300).ToListAsync();
        var people = homes.DistinctBy(h => h.OwnerId).ToList();
        var clock = new DemoClock();
        foreach (var (home, ago, tag, days, note) in Tags.OrderByDescending(t => t.DaysAgo))
        {
            clock.Set(today.AddDays(-ago), 10, db.Current.TimeZone);
            // Spread over the buildings.
            await new TagOwners(db, clock).PutAsync(people[home * 5 % people.Count].OwnerId, tags[tag], today.AddDays(-ago), days is { } last ? today.AddDays(last - ago) : null, note);
            db.ChangeTracker.Clear();
        }

        clock.Set(today.AddDays(-45), 11, db.Current.TimeZone);
        var (households, documents, notes) = (
            new Households(db, clock), new OwnerDocuments(db, new Attachments(db, clock), clock, services.GetRequiredService<ILogger<OwnerDocuments>>()), new OwnerNotes(db, clock));
        var (first, second) = (people[0], people[3 * 5 % people.Count]);
        NewResidence In(int days, bool isSecond = false) => isSecond ? new(Guid.NewGuid(), second.OwnerId, second.UnitId, today.AddDays(-days)) : new(Guid.NewGuid(), first.OwnerId, first.UnitId, today.AddDays(-days));
        await households.AddMemberAsync(In(45), new MemberFacts("陈晓敏", HouseholdRelation.Child, "13512340099", 1978, IsEmergencyContact: true, LivesElsewhere: true));
        await households.AddMemberAsync(In(45), new MemberFacts("吴阿姨", HouseholdRelation.Helper, "13671230088", null, IsEmergencyContact: false, LivesElsewhere: false));
        await households.AddPetAsync(In(45), new PetFacts(PetKind.Dog, "豆豆，棕色泰迪", "沪犬-20231", today.AddDays(-12)));
        await households.AddMemberAsync(In(40, isSecond: true), new MemberFacts("周建国", HouseholdRelation.Parent, null, 1949, IsEmergencyContact: false, LivesElsewhere: false));
        await households.AddPetAsync(In(40, isSecond: true), new PetFacts(PetKind.Cat, "咪咪", null, null));
        await documents.AddAsync(first.OwnerId, Guid.NewGuid(), OwnerDocumentKind.Title, "复印件", null, new NewFile("产权证.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%demo\n")));
        await documents.AddAsync(first.OwnerId, Guid.NewGuid(), OwnerDocumentKind.Renovation, "厨房改造", today.AddDays(-5), new NewFile("装修申请.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%demo\n")));
        await notes.AddAsync(first.OwnerId, Guid.NewGuid(), "门铃坏了，上门前先打电话；听力不太好，请说慢一点。", isPinned: true);
        var wrong = await notes.AddAsync(first.OwnerId, Guid.NewGuid(), "周四下午不在家。", isPinned: false);
        clock.Set(today.AddDays(-8), 15, db.Current.TimeZone);
        await notes.StrikeAsync(first.OwnerId, wrong, "时间改了，现在每天都在");
    }
}
