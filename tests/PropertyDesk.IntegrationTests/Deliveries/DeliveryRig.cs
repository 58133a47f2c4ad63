using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>
/// A company that sends, with a mail server and both SMS providers on this machine, on a host whose clock belongs to these
/// tests alone: they run one after the other.
/// </summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    private static readonly Lazy<Task<(DeskHost Host, SmsServer Sms)>> Shared = new(StartAsync);

    private DeliveryRig(Desk desk, SmsServer sms, Mailbox box) => (Desk, Sms, Box) = (desk, sms, box);

    public Desk Desk { get; }

    public DeskHost Host { get; private init; } = null!;

    public SmsServer Sms { get; }

    public Mailbox Box { get; }

    public Community Community { get; private set; } = null!;

    public static async Task<DeliveryRig> OpenAsync(DeliveryLimits? limits = null)
    {
        var (host, sms) = await Shared.Value;
        sms.Reset();
        // Nine in the morning of the next day: nobody is in the quiet hours, nobody's day is used up.
        var now = host.Clock.GetUtcNow();
        host.Clock.SetUtcNow(new DateTimeOffset(now.Date.AddDays(1).AddHours(1), TimeSpan.Zero));
        var rig = new DeliveryRig(await Desk.OpenAsync(host), sms, Mailbox.Open()) { Host = host };
        rig.Community = await rig.Desk.In(async (DeskDbContext db) =>
        {
            var made = new Community(await db.Companies.SingleAsync(c => c.Id == rig.Desk.Company.Id), "翠湖花园");
            db.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        await rig.Desk.In((DeliverySetup s) => s.ChangeAsync(DeliverySettings.UsualOrder, QuietHours.Usual, limits ?? new(6000, 6000, 10, 5), DeliveryLanguage.Chinese));
        await rig.SetMailAsync();
        return rig;
    }

    public Task SetMailAsync(bool isOn = true) => Desk.In((DeliverySetup s) =>
        s.ChangeMailAsync(new MailServer("127.0.0.1", Box.Port, MailSecurity.None, null, "desk@cuihu.example", "翠湖物业", null), null, isOn));

    public Task SetSmsAsync(SmsProvider provider = SmsProvider.Aliyun, string secret = SmsServer.Secret) => Desk.In((DeliverySetup s) =>
        s.ChangeSmsAsync(new SmsIdentity(provider, SmsServer.KeyId, "翠湖物业", "1400006666", 0.045m), secret, isOn: true));

    /// <summary>Messages to as many owners, each with an address of its own.</summary>
    public Task<List<Guid>> QueueAsync(DeliveryChannel channel, int count = 1, string? address = null, DeliveryKind kind = DeliveryKind.BillIssued) => Desk.In(async (DeskDbContext db) =>
    {
        var now = Desk.Clock.GetUtcNow();
        var owners = Enumerable.Range(1, count).Select(n => new Owner(Community, $"业主{n}")).ToList();
        var rows = owners.Select((owner, n) => new Delivery(
            owner, Guid.NewGuid().ToString("n"), kind, new DeliveryRoute(channel, address ?? (channel == DeliveryChannel.Email ? $"owner{n}@example.com" : (13800000000 + n).ToString()), null),
            new DeliveryText(DeliveryLanguage.Chinese, "账单", "您好", channel == DeliveryChannel.Sms ? "SMS_1" : null, [new("owner", owner.Name), new("open", "¥12.00")]),
            db.Current.Today(Desk.Clock), now.AddMilliseconds(n - count))).ToList();
        await db.BulkInsertAsync(owners);
        await db.BulkInsertAsync(rows);
        return rows.ConvertAll(r => r.Id);
    });

    public Task<DispatchResult> TurnAsync() => Desk.In((Dispatch d) => d.RunAsync());

    /// <summary>Turn after turn, with the time between them that the limit asks for.</summary>
    public async Task DrainAsync(int turns = 1000)
    {
        for (var turn = 0; turn < turns && await TurnAsync() is { NextAt: { } next }; turn++)
        {
            if (next > Desk.Clock.GetUtcNow())
            {
                Desk.Clock.SetUtcNow(next);
            }
        }
    }

    public Task<Delivery> SeeAsync(Guid id) => Desk.See(db => db.Deliveries.AsNoTracking().SingleAsync(d => d.Id == id));

    public Task<List<DeliveryEventKind>> HistoryAsync(Guid id) => Desk.See(db => db.DeliveryEvents.Where(e => e.DeliveryId == id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    public Task<int> CountAsync(DeliveryState state) => Desk.See(db => db.Deliveries.CountAsync(d => d.State == state));

    public ValueTask DisposeAsync() => Box.DisposeAsync();

    private static async Task<(DeskHost, SmsServer)> StartAsync()
    {
        DeskHost? host = null;
        var sms = await SmsServer.StartAsync(() => host!.Clock.GetUtcNow());
        host = new DeskHost(TestEngine.Provider, await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:AllowPrivateHosts"] = "true",
            ["Sms:AliyunEndpoint"] = sms.Address.ToString(),
            ["Sms:TencentEndpoint"] = sms.Address.ToString(),
        });
        _ = host.Server;
        return (host, sms);
    }
}

/// <summary>Tests that share the rig's host and its clock.</summary>
[CollectionDefinition(nameof(DeliveryRig))]
public sealed class DeliveryRigTests;
