using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Sends e-mail through a company's own server.</summary>
public interface IMailSender
{
    /// <summary>A line to the server, for several letters one after the other.</summary>
    /// <exception cref="SenderDown">It cannot be reached, or does not let us in.</exception>
    Task<IMailSession> OpenAsync(MailAccess access, CancellationToken cancel);
}

/// <summary>An open line to a mail server.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <exception cref="MessageRefused">The server does not take this letter.</exception>
    /// <exception cref="SenderDown">The line broke; it says whether the letter may be out.</exception>
    Task SendAsync(MailLetter letter, CancellationToken cancel);
}

/// <summary>A mail account with its password in clear, for one use.</summary>
public sealed record MailAccess(string Host, int Port, MailSecurity Security, string? UserName, string? Password, string FromAddress, string FromName, string? ReplyTo);

/// <summary>An e-mail.</summary>
/// <param name="MessageId">The same for the same message, however often it is sent.</param>
public sealed record MailLetter(string MessageId, string To, string ToName, string Subject, string Body, MailFile? File);

/// <summary>A file that goes with a letter.</summary>
/// <param name="ContentType">Such as application/pdf.</param>
public sealed record MailFile(string Name, string ContentType, byte[] Content);

/// <summary>The provider as a whole does not serve us now: it cannot be reached, or refuses our account.</summary>
/// <param name="mayBeOut">The message may have been taken all the same.</param>
public sealed class SenderDown(string message, bool mayBeOut, Exception? cause = null) : Exception(message, cause)
{
    public bool MayBeOut => mayBeOut;
}

/// <summary>The provider serves us, but does not take this one message.</summary>
/// <param name="isFinal">Another try would meet the same answer.</param>
public sealed class MessageRefused(string message, bool isFinal) : Exception(message)
{
    public bool IsFinal => isFinal;
}
