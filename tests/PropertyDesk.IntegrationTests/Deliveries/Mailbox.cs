using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>A real SMTP server on this machine that keeps what it accepts, and can be told to misbehave.</summary>
internal sealed class Mailbox : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _letters = new();
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private Mailbox(int port) => Port = port;

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Letters => [.. _letters];

    /// <summary>What a mail program shows: letters with the same Message-Id are one.</summary>
    public int Distinct => _letters.Select(l => l.MessageId).Distinct().Count();

    /// <summary>The answer to each letter, by its recipient.</summary>
    public Func<string, SmtpResponse> Answer { get; set; } = _ => SmtpResponse.Ok;

    /// <summary>The answer to a recipient: false is 550.</summary>
    public Func<string, bool> Knows { get; set; } = _ => true;

    /// <summary>Keeps the letter and breaks the line before the answer.</summary>
    public int LoseAnswers { get; set; }

    public TimeSpan Slowness { get; set; }

    public static Mailbox Open()
    {
        var box = new Mailbox(Ports.Free());
        box.Start();
        return box;
    }

    public void Start()
    {
        _stop = new CancellationTokenSource();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is what was asked for.
        }
    }

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        await Task.Delay(Slowness, cancellationToken);
        var to = transaction.To[0].User + "@" + transaction.To[0].Host;
        var answer = Answer(to);
        if (answer.ReplyCode == SmtpReplyCode.Ok)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            _letters.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        }

        if (LoseAnswers > 0)
        {
            LoseAnswers--;
            context.Pipe.Dispose();
            throw new OperationCanceledException("The line breaks.");
        }

        return answer;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(Knows(to.User + "@" + to.Host));

    public async ValueTask DisposeAsync() => await StopAsync();
}
