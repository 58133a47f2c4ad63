using System.Text;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels.Alipay;

/// <summary>RSA2 signatures of Alipay's open platform: over sorted parameters, and over the exact text of an answer's node.</summary>
internal static class AlipaySignature
{
    /// <summary>What a request signs: all parameters but the signature, without empty ones.</summary>
    public static string ContentOf(IEnumerable<KeyValuePair<string, string>> parameters) => Join(parameters.Where(p => p.Key != "sign" && p.Key.Length > 0 && p.Value.Length > 0));

    /// <exception cref="NoticeRefused">The parameters are not signed by the channel.</exception>
    public static void VerifyNotice(ChannelAccess access, IReadOnlyDictionary<string, string> parameters)
    {
        // Empty values count in a notice, and the kind of signature does not: unlike in a request.
        var content = Join(parameters.Where(p => p.Key is not ("sign" or "sign_type")));
        if (!parameters.TryGetValue("sign", out var signature) || !RsaSignatures.Verify(Encoding.UTF8.GetBytes(content), signature, access.ChannelKeys))
        {
            throw new NoticeRefused("The signature does not fit.");
        }
    }

    /// <summary>The text of a node of the answer, once it is proven.</summary>
    /// <exception cref="ChannelUnavailable">It is not there once and only once, or its signature does not fit.</exception>
    public static string VerifiedNode(ChannelAccess access, string answer, string node)
    {
        var name = $"\"{node}\":";
        var start = answer.IndexOf(name, StringComparison.Ordinal);
        if (start < 0 || answer.IndexOf(name, start + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ChannelUnavailable($"The answer has no single {node}.");
        }

        var text = ObjectAt(answer, start + name.Length);
        var rest = answer.Remove(start, name.Length + text.Length);
        const string Sign = "\"sign\":\"";
        var at = rest.IndexOf(Sign, StringComparison.Ordinal);
        var end = at < 0 ? -1 : rest.IndexOf('"', at + Sign.Length);
        return end > 0 && RsaSignatures.Verify(Encoding.UTF8.GetBytes(text), rest[(at + Sign.Length)..end].Replace("\\/", "/", StringComparison.Ordinal), access.ChannelKeys)
            ? text
            : throw new ChannelUnavailable("The answer's signature does not fit.");
    }

    // From its opening to its closing brace; braces within strings do not count.
    private static string ObjectAt(string text, int start)
    {
        var (depth, inString) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when inString:
                    i++;
                    break;
                case '"':
                    inString = !inString;
                    break;
                case { } when inString:
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return text[start..(i + 1)];
            }
        }

        throw new ChannelUnavailable("The answer breaks off.");
    }

    private static string Join(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}
