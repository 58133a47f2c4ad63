using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>An SMS provider's protocol: signs what goes out, and reads what comes back.</summary>
public interface ISmsSender
{
    SmsProvider Provider { get; }

    /// <summary>What the provider's server wants to hear after its receipts, as JSON.</summary>
    string ReceiptAnswer { get; }

    /// <summary>Sends one message. It is not idempotent: whoever gets no answer must not call it again.</summary>
    /// <exception cref="MessageRefused">The provider does not take this message.</exception>
    /// <exception cref="SenderDown">No answer, or one that refuses us altogether.</exception>
    Task<SmsTaken> SendAsync(SmsAccess access, SmsMessage message, CancellationToken cancel);

    /// <summary>What became of a message; null where the provider does not know it.</summary>
    /// <exception cref="SenderDown">No answer that says anything.</exception>
    Task<SmsFact?> AskAsync(SmsAccess access, SmsQuestion question, CancellationToken cancel);

    /// <summary>Reads delivery receipts. Nothing proves where they come from: they may tell of delivery and of nothing else.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    IReadOnlyList<SmsReceipt> ReadReceipts(ReadOnlySpan<byte> body);
}

/// <summary>An account with its secret in clear, for one use.</summary>
public sealed record SmsAccess(string KeyId, string Secret, string SignName, string? AppId);

/// <summary>A message in the provider's terms.</summary>
/// <param name="Reference">Ours; the provider gives it back with receipts.</param>
/// <param name="Parameters">In the order of the provider's template.</param>
public sealed record SmsMessage(string Phone, string TemplateCode, IReadOnlyList<DeliveryParameter> Parameters, string Reference);

/// <summary>The provider took it.</summary>
/// <param name="Parts">What it counts it as; null where it does not say.</param>
public sealed record SmsTaken(string ProviderId, int? Parts);

/// <summary>Asks for one message.</summary>
/// <param name="ProviderId">Null where the provider's answer was lost.</param>
public sealed record SmsQuestion(string Phone, string Reference, string? ProviderId, DateTimeOffset StartedAt);

/// <summary>What the provider knows of a message.</summary>
/// <param name="HasArrived">Null while it is under way.</param>
public sealed record SmsFact(string? ProviderId, bool? HasArrived, string? Detail);

/// <summary>A delivery receipt.</summary>
/// <param name="Reference">Ours, where the provider gives it back.</param>
public sealed record SmsReceipt(string? Reference, string? ProviderId, string Phone, bool HasArrived, string? Detail, int? Parts);
