using System.Collections.Concurrent;
using System.Globalization;

namespace PropertyDesk.GatewaySim;

/// <summary>
/// A payment gateway of its own on this machine that speaks the protocols of WeChat Pay and Alipay with real signatures,
/// and misbehaves as told. It shares no line with the product: what one gets wrong, the other finds.
/// </summary>
public sealed class Gateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, GatewayOrder> _orders = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private long _lastId = 4_200_000_000_000_000_000;

    private Gateway(WebApplication app, Func<DateTimeOffset> clock, Func<HttpClient> notifier)
    {
        (_app, Clock, Notifier) = (app, clock, new Notifier(this, notifier));
        (Bill, Users) = (new GatewayBills(this), new WeChatUsers(this));
    }

    public Knobs Knobs { get; private set; } = new();

    public GatewayKeys Keys { get; } = new();

    public Notifier Notifier { get; }

    /// <summary>WeChat's users, as each merchant's app knows them.</summary>
    public WeChatUsers Users { get; private set; } = null!;

    /// <summary>The daily bills, and differences planted in them.</summary>
    public GatewayBills Bill { get; private set; }

    public Func<DateTimeOffset> Clock { get; }

    /// <summary>The key by which messages are signed now, and its name.</summary>
    public (System.Security.Cryptography.RSA Key, string Id) Signer =>
        Knobs.WrongKey ? (Keys.Stranger, GatewayKeys.ChannelKeyId) : Knobs.NewKey ? (Keys.NewGateway, GatewayKeys.NewChannelKeyId) : (Keys.Gateway, GatewayKeys.ChannelKeyId);

    public Uri Address => new(_app.Urls.First());

    public IEnumerable<GatewayOrder> Orders => _orders.Values.OrderBy(o => o.Number, StringComparer.Ordinal);

    /// <summary>Fen that the gateway holds for the merchant: paid, less given back.</summary>
    public long Balance => _orders.Values.Where(o => o.PaidAt is not null).Sum(o => o.Fen - o.Refunds.Where(r => r.IsDone).Sum(r => r.Fen));

    /// <param name="address">Loopback; port 0 for any.</param>
    /// <param name="notifier">Makes the client that carries notices; null for an ordinary one.</param>
    public static async Task<Gateway> StartAsync(string address = "http://127.0.0.1:0", Func<DateTimeOffset>? clock = null, Func<HttpClient>? notifier = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var gateway = new Gateway(app, clock ?? TimeProvider.System.GetUtcNow, notifier ?? (() => new HttpClient()));
        app.Use(gateway.MisbehaveAsync);
        new WeChatPaySide(gateway).Map(app);
        new AlipaySide(gateway).Map(app);
        gateway.Users.Map(app);
        new PayerPages(gateway).Map(app);
        SimPages.Map(app, gateway);
        await app.StartAsync();
        return gateway;
    }

    public GatewayOrder? Find(string number) => _orders.GetValueOrDefault(number);

    public GatewayOrder? FindPaid(string transactionId) => _orders.Values.FirstOrDefault(o => o.TransactionId == transactionId);

    /// <summary>The order as it is known, or added.</summary>
    public GatewayOrder Add(GatewayOrder order) => _orders.GetOrAdd(order.Number, order);

    public string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    /// <summary>The owner pays. The notice goes its way by itself.</summary>
    public GatewayOrder Pay(string number)
    {
        var order = Find(number) ?? throw new InvalidOperationException($"No order {number}.");
        lock (order)
        {
            if (order.State is "NOTPAY" or "USERPAYING" or "PAYERROR")
            {
                (order.State, order.TransactionId, order.PaidAt) = ("SUCCESS", NextId(), Clock());
            }
        }

        Notifier.Paid(order);
        return order;
    }

    /// <summary>Forgets every order and behaves again.</summary>
    public void Reset()
    {
        _orders.Clear();
        Users.Forget();
        (Knobs, Bill) = (new Knobs(), new GatewayBills(this));
    }

    /// <summary>A refund that was under way comes to its end.</summary>
    public void Finish(GatewayOrder order, GatewayRefund refund)
    {
        refund.IsDone = true;
        Notifier.Refunded(order, refund);
    }

    /// <summary>Ends every pending notice.</summary>
    public async ValueTask DisposeAsync()
    {
        await Notifier.DisposeAsync();
        await _app.DisposeAsync();
        Keys.Dispose();
    }

    private async Task MisbehaveAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/sim", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/connect", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        if (Knobs.FailNext > 0)
        {
            Knobs.FailNext--;
            context.Response.StatusCode = 500;
            return;
        }

        if (Knobs.LoseNext > 0)
        {
            Knobs.LoseNext--;
            context.Response.Body = Stream.Null;
            await next(context);
            context.Abort();
            return;
        }

        await next(context);
    }
}
