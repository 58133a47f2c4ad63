using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;

namespace PropertyDesk.Infrastructure.Mail;

/// <summary>An open line to an SMTP server.</summary>
internal sealed class SmtpMailSession(SmtpClient client, MailAccess access, TimeProvider clock) : IMailSession
{
    public async Task SendAsync(MailLetter letter, CancellationToken cancel)
    {
        using var message = Compose(letter);
        try
        {
            await client.SendAsync(message, cancel);
        }
        catch (SmtpCommandException answer)
        {
            throw Judge(answer);
        }
        catch (ServiceNotAuthenticatedException error)
        {
            throw new SenderDown(Texts.Of("邮件服务器要求登录，请填写用户名和密码。"), mayBeOut: false, error);
        }
        // Without an answer to the last line nobody knows whether the server kept the letter.
        catch (Exception error) when (error is IOException or SocketException or TimeoutException or OperationCanceledException or ProtocolException or ServiceNotConnectedException)
        {
            throw new SenderDown(Texts.Of("与邮件服务器的连接中断，不能确定是否已发出。"), mayBeOut: true, error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: client.IsConnected);
        }
        catch (Exception error) when (error is IOException or SocketException or ProtocolException or TimeoutException)
        {
            // It is closed either way.
        }

        client.Dispose();
    }

    private static Exception Judge(SmtpCommandException answer)
    {
        var text = Texts.Of("邮件服务器答复：{0}", $"{(int)answer.StatusCode} {answer.Message}");
        return answer.ErrorCode == SmtpErrorCode.SenderNotAccepted || answer.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.AuthenticationRequired
            ? new SenderDown(text, mayBeOut: false, answer)
            : new MessageRefused(text, isFinal: (int)answer.StatusCode >= 500);
    }

    /// <exception cref="MessageRefused">An address is none, or a header would carry a line of its own.</exception>
    private MimeMessage Compose(MailLetter letter)
    {
        foreach (var line in new[] { letter.MessageId, letter.To, letter.ToName, letter.Subject, letter.File?.Name ?? "", access.FromName, access.FromAddress, access.ReplyTo ?? "" })
        {
            if (line.Any(char.IsControl))
            {
                throw new MessageRefused(Texts.Of("邮件的主题、姓名或地址里有换行等控制字符。"), isFinal: true);
            }
        }

        var message = new MimeMessage { MessageId = letter.MessageId, Subject = letter.Subject, Date = clock.GetUtcNow() };
        message.From.Add(Mailbox(access.FromName, access.FromAddress));
        message.To.Add(Mailbox(letter.ToName, letter.To));
        if (access.ReplyTo is { } reply)
        {
            message.ReplyTo.Add(Mailbox("", reply));
        }

        // Holiday answers to a program help nobody.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var body = new BodyBuilder { TextBody = letter.Body };
        if (letter.File is { } file)
        {
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.ContentType));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    private static MailboxAddress Mailbox(string name, string address) =>
        MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address
            ? new MailboxAddress(name, address)
            : throw new MessageRefused(Texts.Of("“{0}”不像邮箱地址。", address), isFinal: true);
}
