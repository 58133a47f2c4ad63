using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Infrastructure.Mail;

/// <summary>E-mail over SMTP. Certificates are checked as the system does; where encryption was chosen, nothing goes in clear.</summary>
internal sealed class SmtpMailSender(MailHosts hosts, TimeProvider clock) : IMailSender
{
    private const int TimeoutMilliseconds = 20_000;

    public async Task<IMailSession> OpenAsync(MailAccess access, CancellationToken cancel)
    {
        var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            var socket = await ConnectAsync(access, cancel);
            await client.ConnectAsync(socket, access.Host, access.Port, Options(access.Security), cancel);
            if (access.UserName is not null)
            {
                await client.AuthenticateAsync(access.UserName, access.Password ?? "", cancel);
            }

            return new SmtpMailSession(client, access, clock);
        }
        catch (Exception error) when (error is not SenderDown)
        {
            client.Dispose();
            throw new SenderDown(Reason(error, access), mayBeOut: false, error);
        }
    }

    private async Task<Socket> ConnectAsync(MailAccess access, CancellationToken cancel)
    {
        var addresses = await hosts.ResolveAsync(access.Host, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(TimeoutMilliseconds);
        try
        {
            await socket.ConnectAsync(addresses, access.Port, inTime.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private static string Reason(Exception error, MailAccess access) => error switch
    {
        AuthenticationException => Texts.Of("邮件服务器不接受用户名或密码：{0}", error.Message),
        SslHandshakeException => Texts.Of("邮件服务器的证书验证不通过，或不支持所选的加密方式。"),
        NotSupportedException => Texts.Of("邮件服务器不支持所选的加密或登录方式。"),
        ServiceNotAuthenticatedException => Texts.Of("邮件服务器要求登录，请填写用户名和密码。"),
        SmtpCommandException => Texts.Of("邮件服务器答复：{0}", error.Message),
        _ => Texts.Of("连不上邮件服务器 {0}:{1}。", access.Host, access.Port),
    };
}
