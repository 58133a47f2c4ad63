namespace PropertyDesk.GatewaySim;

/// <summary>Sends notices, again and again until they are taken; each time signed anew.</summary>
public sealed class Notifier(Gateway gateway, Func<HttpClient> clients) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private readonly List<Notice> _held = [];
    private readonly Lock _lock = new();
    private readonly Random _random = new(7);
    private int _sent, _taken, _refused;

    public int Sent => _sent;

    /// <summary>Answered as taken.</summary>
    public int Taken => _taken;

    public int Refused => _refused;

    public void Paid(GatewayOrder order) => Queue(new(() => order.IsAlipay ? AlipaySide.PaidNotice(gateway, order) : WeChatPaySide.PaidNotice(gateway, order), () => order.IsTaken = true));

    public void Refunded(GatewayOrder order, GatewayRefund refund) =>
        Queue(new(() => order.IsAlipay ? AlipaySide.RefundedNotice(gateway, order, refund) : WeChatPaySide.RefundedNotice(gateway, order, refund), () => refund.IsTaken = true));

    /// <summary>Lets the held notices go, in another order.</summary>
    public void LetGo()
    {
        List<Notice> held;
        lock (_lock)
        {
            held = [.. _held.OrderBy(_ => _random.Next())];
            _held.Clear();
        }

        held.ForEach(Start);
    }

    /// <summary>Until nothing is on its way any more.</summary>
    public async Task IdleAsync()
    {
        while (true)
        {
            Task[] running;
            lock (_lock)
            {
                _running.RemoveAll(t => t.IsCompleted);
                running = [.. _running];
            }

            if (running.Length == 0)
            {
                return;
            }

            await Task.WhenAll(running);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await IdleAsync();
        _stop.Dispose();
    }

    private void Queue(Notice notice)
    {
        lock (_lock)
        {
            if (_random.Next(100) < gateway.Knobs.DropPercent)
            {
                return;
            }

            if (gateway.Knobs.Shuffle)
            {
                _held.Add(notice);
                return;
            }
        }

        Start(notice);
    }

    private void Start(Notice notice)
    {
        lock (_lock)
        {
            var copies = gateway.Knobs.Parallel ? gateway.Knobs.Copies : 1;
            _running.AddRange(Enumerable.Range(0, copies).Select(_ => Task.Run(() => SendAsync(notice, gateway.Knobs.Parallel ? 1 : gateway.Knobs.Copies))));
        }
    }

    private async Task SendAsync(Notice notice, int copies)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(gateway.Knobs.NotifyDelay), _stop.Token);
            for (var copy = 0; copy < copies; copy++)
            {
                await UntilTakenAsync(notice);
            }
        }
        catch (OperationCanceledException)
        {
            // The gateway ends.
        }
    }

    private async Task UntilTakenAsync(Notice notice)
    {
        using var client = clients();
        foreach (var pause in gateway.Knobs.RetryAfter.Prepend(0))
        {
            await Task.Delay(TimeSpan.FromSeconds(pause), _stop.Token);
            Interlocked.Increment(ref _sent);
            try
            {
                using var request = notice.Request();
                var isAlipay = request.Headers.Contains("X-Sim-Alipay");
                request.Headers.Remove("X-Sim-Alipay");
                using var answer = await client.SendAsync(request, _stop.Token);
                var isTaken = isAlipay ? await answer.Content.ReadAsStringAsync(_stop.Token) == "success" : answer.IsSuccessStatusCode;
                if (isTaken)
                {
                    Interlocked.Increment(ref _taken);
                    notice.Taken();
                    return;
                }

                Interlocked.Increment(ref _refused);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _refused);
            }
        }
    }

    /// <summary>Made anew each time it is sent; the merchant is held to what it answered.</summary>
    private sealed record Notice(Func<HttpRequestMessage> Request, Action Taken);
}
