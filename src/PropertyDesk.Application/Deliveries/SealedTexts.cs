using System.Security.Cryptography;
using System.Text.Json;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What a message says, readable.</summary>
public sealed record OpenedText(string Subject, string Body, IReadOnlyList<DeliveryParameter> Parameters);

/// <summary>Encrypts the texts of messages about logins, and opens them when they are handed over.</summary>
public sealed class SealedTexts(ISecretCipher cipher)
{
    public string Seal(DeliveryText text) => cipher.Protect(JsonSerializer.Serialize(new OpenedText(text.Subject, text.Body, text.Parameters ?? [])));

    /// <summary>The text of any message.</summary>
    /// <exception cref="MessageRefused">It was secret and is erased, or cannot be read any more.</exception>
    public OpenedText Open(Delivery message)
    {
        if (!message.Kind.IsAboutLogin())
        {
            return new OpenedText(message.Subject, message.Body, message.ParameterList);
        }

        try
        {
            return message.SealedText is { } text && JsonSerializer.Deserialize<OpenedText>(cipher.Unprotect(text)) is { } opened ? opened : throw Gone();
        }
        catch (CryptographicException)
        {
            throw Gone();
        }
    }

    private static MessageRefused Gone() => new(Texts.Of("消息内容已删除或读不出来。"), isFinal: true);
}
