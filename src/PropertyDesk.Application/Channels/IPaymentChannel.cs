using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>
/// A payment channel's protocol: signs what goes out, verifies what comes in, and turns it into <see cref="ChannelEvent"/>.
/// It books nothing.
/// </summary>
public interface IPaymentChannel
{
    ChannelKind Kind { get; }

    /// <summary>Tells the channel of an order; repeating it with the same order is harmless.</summary>
    /// <returns>The code that the owner's phone scans; inside WeChat's browser the prepay id.</returns>
    /// <exception cref="ChannelRefusal">The channel says no.</exception>
    /// <exception cref="ChannelUnavailable">No answer that can be trusted: nothing is known.</exception>
    Task<string> OfferAsync(ChannelAccess access, OfferedOrder order, CancellationToken cancel);

    /// <summary>What became of an order; null where the channel does not know it.</summary>
    /// <exception cref="ChannelUnavailable">No answer that can be trusted.</exception>
    Task<ChannelEvent?> AskAsync(ChannelAccess access, string orderNumber, CancellationToken cancel);

    /// <summary>Ends an order that nobody paid; harmless where the channel has none.</summary>
    /// <exception cref="ChannelRefusal">It is paid.</exception>
    Task CloseAsync(ChannelAccess access, string orderNumber, CancellationToken cancel);

    /// <summary>Gives money back; repeating it with the same refund number gives it once.</summary>
    /// <returns>A refund event: done, refused, or under way.</returns>
    Task<ChannelEvent> RefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel);

    /// <summary>What became of a refund; null where the channel does not know it.</summary>
    Task<ChannelEvent?> AskRefundAsync(ChannelAccess access, OrderedRefund refund, CancellationToken cancel);

    /// <summary>Verifies and reads a notice.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <exception cref="NoticeRefused">It is not proven to come from the channel.</exception>
    ChannelEvent ReadNotice(ChannelAccess access, IReadOnlyDictionary<string, string> headers, byte[] body);

    /// <summary>All payments and refunds of a day, as the channel accounts for them.</summary>
    /// <exception cref="ChannelRefusal">There is no statement yet.</exception>
    Task<StatementFile> StatementAsync(ChannelAccess access, DateOnly day, CancellationToken cancel);

    /// <summary>Reads a statement that was downloaded.</summary>
    /// <exception cref="RuleViolation">The file is none of this channel's.</exception>
    IReadOnlyList<StatementEntry> ReadStatement(byte[] content);
}

/// <summary>A merchant account with its secrets in clear, for one use.</summary>
/// <param name="ChannelKeys">What proves the channel's messages: one, or two while it changes keys; the one that is asked for first.</param>
/// <param name="AppSecret">WeChat: with it the channel tells who looks at a page.</param>
public sealed record ChannelAccess(
    string MerchantId, string AppId, string? CertificateSerial, string PrivateKey, string? ApiKey, IReadOnlyList<ChannelKey> ChannelKeys, string NotifyAddress, string? AppSecret = null);

/// <summary>A public key of a channel.</summary>
/// <param name="Id">By which its messages name the key; null where they do not.</param>
public sealed record ChannelKey(string? Id, string Pem);

/// <summary>An order as the channel is told of it.</summary>
/// <param name="ReturnAddress">Where the owner's browser comes back to; it proves nothing.</param>
/// <param name="PayerId">Who pays, where the channel wants to know before.</param>
public sealed record OfferedOrder(string Number, ChannelWay Way, string Subject, Money Amount, DateTimeOffset ExpiresAt, string ReturnAddress, string? PayerId = null);

/// <summary>A refund as the channel is told of it.</summary>
/// <param name="Total">Of the payment.</param>
public sealed record OrderedRefund(string Number, string OrderNumber, string TransactionId, Money Amount, Money Total, string Reason);

/// <summary>What a channel says about an order or a refund, in our words.</summary>
/// <param name="EventKey">The same for the same event, however often and in whatever way it is told.</param>
/// <param name="Amount">Of the order, or of the refund.</param>
/// <param name="RefundNumber">Ours; null of a payment.</param>
/// <param name="RefundId">The channel's own number of the refund.</param>
/// <param name="Note">The channel's own code of the state, where it says more than the kind.</param>
/// <param name="IsTotal">The amount is all that went back of the payment so far, not only by this refund.</param>
public sealed record ChannelEvent(
    ChannelEventKind Kind, string MerchantId, string AppId, string EventKey, string OrderNumber, string TransactionId, Money Amount, string Currency, DateTimeOffset OccurredAt,
    string? RefundNumber = null, string? RefundId = null, string? Note = null, bool IsTotal = false);

public enum ChannelEventKind
{
    /// <summary>Nothing is decided.</summary>
    Pending,

    Paid,

    /// <summary>Ended without money.</summary>
    Closed,

    Refunded,

    RefundPending,

    /// <summary>Ended without money; the channel will not take the number again.</summary>
    RefundFailed,
}

/// <summary>A statement as it was downloaded.</summary>
public sealed record StatementFile(string Name, byte[] Content);

/// <summary>A line of a channel's statement.</summary>
/// <param name="TransactionId">The channel's number: of the payment, or of the refund.</param>
/// <param name="Amount">Below zero for a refund.</param>
/// <param name="Fee">What the channel keeps for itself.</param>
/// <param name="Merchant">Whose line it is; null where the statement does not say.</param>
public sealed record StatementEntry(string TransactionId, string OrderNumber, Money Amount, Money Fee, DateTimeOffset OccurredAt, string? Merchant = null);

/// <summary>The channel answered, and its answer is no.</summary>
public sealed class ChannelRefusal(string code, string message) : Exception(message)
{
    /// <summary>The channel's own code.</summary>
    public string Code => code;
}

/// <summary>No answer, a broken one, or one that is not proven: what was asked for may have happened.</summary>
public sealed class ChannelUnavailable(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A notice that is not proven to come from the channel, or is not about us.</summary>
public sealed class NoticeRefused(string message, bool isProbe = false) : Exception(message)
{
    /// <summary>The channel itself sends broken signatures to see whether they are refused: no reason for alarm.</summary>
    public bool IsProbe => isProbe;
}
