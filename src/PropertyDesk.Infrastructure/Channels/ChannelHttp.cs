using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Channels;

/// <summary>Sends to a channel and reads the answer as bytes, for its signature is over bytes.</summary>
internal sealed class ChannelHttp(IHttpClientFactory clients)
{
    /// <summary>Name of the client, whose time-out it is.</summary>
    public const string Client = "channels";

    /// <summary>A statement of a busy day is a few megabytes.</summary>
    public const int LargestAnswer = 64 * 1024 * 1024;

    /// <exception cref="ChannelUnavailable">No answer, or none within the time.</exception>
    public async Task<ChannelAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
            return new ChannelAnswer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ChannelUnavailable("The channel did not answer.", error);
        }
    }
}

/// <summary>An answer as it came.</summary>
internal sealed record ChannelAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);
