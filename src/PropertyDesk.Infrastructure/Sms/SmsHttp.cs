using System.Text;
using System.Text.Json;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;

namespace PropertyDesk.Infrastructure.Sms;

/// <summary>Sends to an SMS provider, and tells a request that never left from one whose answer was lost.</summary>
internal sealed class SmsHttp(IHttpClientFactory clients)
{
    /// <summary>Name of the client, whose time-out it is.</summary>
    public const string Client = "sms";

    public const int LargestAnswer = 1024 * 1024;

    /// <exception cref="SenderDown">No answer in JSON.</exception>
    public async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            return answer.RootElement.Clone();
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new SenderDown(Texts.Of("连不上短信服务商。"), mayBeOut: false, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new SenderDown(Texts.Of("短信服务商没有明确答复，不能确定是否已发出。"), mayBeOut: true, error);
        }
    }

    /// <summary>A value of an answer as text; null where it has none.</summary>
    public static string? Text(JsonElement holder, string name) => !holder.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>The receipts of a report.</summary>
    /// <exception cref="InvalidDataException">It is no list of objects.</exception>
    public static List<JsonElement> List(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var list = JsonDocument.ParseValue(ref reader);
            return list.RootElement.ValueKind == JsonValueKind.Array && list.RootElement.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object)
                ? [.. list.RootElement.EnumerateArray().Select(e => e.Clone())]
                : throw new InvalidDataException("Not a list of receipts.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("Not JSON: " + Encoding.UTF8.GetString(body[..Math.Min(body.Length, 40)]), error);
        }
    }
}
