using System.Globalization;
using System.Text.Json;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;

namespace PropertyDesk.Infrastructure.Channels.Alipay;

/// <summary>What every request to Alipay's gateway carries, whether the program sends it or the owner's browser.</summary>
internal static class AlipayRequest
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <param name="more">Further parameters of the request itself.</param>
    public static Dictionary<string, string> Signed(ChannelAccess access, string method, Dictionary<string, string> content, DateTimeOffset now, Dictionary<string, string> more)
    {
        var parameters = new Dictionary<string, string>(more)
        {
            ["app_id"] = access.AppId,
            ["method"] = method,
            ["format"] = "JSON",
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = Time(now),
            ["version"] = "1.0",
            ["biz_content"] = JsonSerializer.Serialize(content, Json),
        };
        parameters["sign"] = RsaSignatures.Sign(AlipaySignature.ContentOf(parameters), access.PrivateKey);
        return parameters;
    }

    public static string Yuan(Money amount) => amount.Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
