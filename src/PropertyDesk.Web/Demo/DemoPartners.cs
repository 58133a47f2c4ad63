using PropertyDesk.Application.Partners;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Web.Demo;

/// <summary>The outside units of a community, with dates that come and some that are over.</summary>
internal static class DemoPartners
{
    public static async Task MeetAsync(IServiceProvider services, Guid communityId, DateOnly today)
    {
        var keep = services.GetRequiredService<KeepPartners>();
        Task<Guid> AddAsync(PartnerKind kind, string name, string note, params ContactPlan[] contacts) => keep.AddAsync(Guid.NewGuid(), communityId, new PartnerPlan(kind, name, null, note, contacts));
        Task FixAsync(Guid partner, PartnerDateKind kind, string what, int inDays, int every, int remind) => keep.FixDateAsync(partner, Guid.NewGuid(), new PartnerDatePlan(kind, what, today.AddDays(inDays), every, remind));

        var power = await AddAsync(PartnerKind.Power, "城区供电所", "小区户号 3100 4471；抢修 95598", new ContactPlan("高所长", "所长", "021-6612 0001"), new ContactPlan("小刘", "抄表员", "13811230045"));
        await FixAsync(power, PartnerDateKind.MeterReading, "抄公共总表", 2, 1, 3);
        await FixAsync(power, PartnerDateKind.Settlement, "付上月公共电费", -1, 1, 5);
        var water = await AddAsync(PartnerKind.Water, "市自来水公司营业部", "总表 W-0007", new ContactPlan("客服", null, "021-962740"));
        await FixAsync(water, PartnerDateKind.MeterReading, "抄总水表", 20, 2, 3);
        var committee = await AddAsync(PartnerKind.OwnersCommittee, "翠湖花园业委会", "每季度联席会议", new ContactPlan("钱主任", "主任", "13900990011"), new ContactPlan("冯老师", "秘书", "13900990012"));
        await FixAsync(committee, PartnerDateKind.Meeting, "季度联席会议", 6, 3, 7);
        await keep.NoteAsync(committee, Guid.NewGuid(), PartnerEntryKind.LetterIn, today.AddDays(-12), "来函要求公示三季度公共收益，已转财务。", null);
        await keep.NoteAsync(committee, Guid.NewGuid(), PartnerEntryKind.Meeting, today.AddDays(-5), "与业委会现场看了儿童乐园的灯，同意加装两盏。", null);
        var lifts = await AddAsync(PartnerKind.Contractor, "迅安电梯维保", "困人 30 分钟到场；24 小时 021-6655 7788", new ContactPlan("熊工", "项目负责", "13701120066"));
        await keep.AgreeAsync(lifts, Guid.NewGuid(), "电梯维保合同", today.AddMonths(-11), today.AddDays(18), null);
        await keep.AgreeAsync(power, Guid.NewGuid(), "公共用电供用电合同", today.AddYears(-3), null, null);
        await AddAsync(PartnerKind.Neighbourhood, "湖滨居委会", "周一至周五 9:00–17:00", new ContactPlan("沈书记", "书记", "021-6612 3300"));
    }
}
