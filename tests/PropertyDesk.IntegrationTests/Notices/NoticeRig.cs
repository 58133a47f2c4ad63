using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Notices;

/// <summary>
/// Two buildings. 3栋: 1801 and 1802 of 张伟, 1803 of 李娜, who rents it to 陈晨; somebody owned 1801 before, and somebody
/// will own 1803. 5栋: 101 of 王强, shop 102 of 赵敏. The foreign company looks just the same.
/// </summary>
internal sealed class NoticeRig
{
    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);

    private NoticeRig(Desk desk) => Desk = desk;

    public Desk Desk { get; }

    public Place Own { get; private set; } = null!;

    public Place Foreign { get; private set; } = null!;

    public static async Task<NoticeRig> OpenAsync()
    {
        var host = await Host.Value;
        // Nine in the morning in Shanghai.
        host.Clock.SetUtcNow(new DateTimeOffset(host.Clock.GetUtcNow().Date.AddDays(1).AddHours(1), TimeSpan.Zero));
        var rig = new NoticeRig(await Desk.OpenAsync(host));
        (rig.Own, rig.Foreign) = (await rig.BuildAsync(rig.Desk.Company), await rig.BuildAsync(rig.Desk.Foreign));
        return rig;
    }

    public static NoticePlan Plan(Audience? audience = null, bool urgent = false, bool open = false, string title = "停水通知", DateOnly? expires = null) => new(
        NoticeKind.General, new NoticeText(title, "水箱清洗", "**请储水**", null, null, null), audience ?? Audience.Everybody, urgent, open, expires);

    public Audience Building3(bool renters = false) => new([Own.Building3.Id], [], [], renters);

    public Task<Guid> DraftAsync(NoticePlan? plan = null) => Desk.In((WriteNotices w) => w.DraftAsync(Own.Community.Id, plan ?? Plan()));

    public async Task<Guid> PublishAsync(NoticePlan? plan = null)
    {
        var id = await DraftAsync(plan);
        await Desk.In((PublishNotices p) => p.PublishAsync(id));
        return id;
    }

    public Task<TResult> AsOwnerAsync<T, TResult>(Owner owner, Func<T, Task<TResult>> act)
        where T : class => AsAsync(Membership.OfOwner(owner, Guid.NewGuid()), owner.CommunityId, act);

    public Task SetSmsAsync() => Desk.In(async (DeliverySetup s) => await s.ChangeSmsAsync(new SmsIdentity(SmsProvider.Aliyun, "id", "翠湖物业", null, 0.05m), "secret", isOn: true));

    public Task WriteSmsAsync(DeliveryKind kind) => Desk.In((DeliveryTemplates t) =>
        t.ChangeAsync(kind, DeliveryChannel.Sms, DeliveryLanguage.Chinese, new TemplateWords("", "{title}", "SMS_9", ["title"], AttachesBill: false)));

    private async Task<TResult> AsAsync<T, TResult>(Membership member, Guid community, Func<T, Task<TResult>> act)
        where T : class
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(Desk.Company, Guid.NewGuid(), "业主", [member], [community]);
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<Place> BuildAsync(Company company)
    {
        await using var scope = Desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var place = new Place(company, db.Current.Today(Desk.Clock));
        db.AddRange(place.Everything);
        await db.SaveChangesAsync();
        return place;
    }

    internal sealed class Place
    {
        public Place(Company company, DateOnly today)
        {
            var start = today.AddYears(-1);
            Community = new Community(company, "翠湖花园");
            (Building3, Building5) = (new Building(Community, "3栋", 3), new Building(Community, "5栋", 5));
            (Zhang, Li, Wang, Zhao, Chen) = (Person("张伟", "13812340001"), Person("李娜", "13812340002"), Person("王强", null), Person("赵敏", "13812340004"), Person("陈晨", "13812340005"));
            var (before, after) = (Person("从前", "13812340006"), Person("以后", "13812340007"));
            Unit[] units =
            [
                new(Building3, "2单元", "1801", 89m, UnitKind.Residential), new(Building3, "2单元", "1802", 89m, UnitKind.Residential), new(Building3, "2单元", "1803", 89m, UnitKind.Residential),
                new(Building5, null, "101", 89m, UnitKind.Residential), new(Building5, null, "102", 40m, UnitKind.Shop),
            ];
            var fee = new ChargeItem(Community, "物业费", onBehalf: false, priority: 1);
            var sold = new Ownership(units[0], before, start.AddYears(-3));
            sold.End(start.AddDays(-1));
            Everything =
            [
                Community, Building3, Building5, .. units, Zhang, Li, Wang, Zhao, Chen, before, after, fee, sold,
                new Ownership(units[0], Zhang, start), new Ownership(units[1], Zhang, start), new Ownership(units[2], Li, start), new Ownership(units[3], Wang, start),
                new Ownership(units[4], Zhao, start), new Ownership(units[2], after, today.AddDays(30)), new Lease(units[2], Chen, start, null, [fee]),
            ];
        }

        public Community Community { get; }

        public Building Building3 { get; }

        public Building Building5 { get; }

        public Owner Zhang { get; }

        public Owner Li { get; }

        public Owner Wang { get; }

        public Owner Zhao { get; }

        public Owner Chen { get; }

        public IReadOnlyList<object> Everything { get; }

        private Owner Person(string name, string? phone)
        {
            var person = new Owner(Community, name);
            person.SetContact(phone, null);
            return person;
        }
    }
}

/// <summary>Tests that share the rig's host and its clock.</summary>
[CollectionDefinition(nameof(NoticeRig))]
public sealed class NoticeRigTests;
