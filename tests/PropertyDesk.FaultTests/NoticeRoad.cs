namespace PropertyDesk.FaultTests;

/// <summary>Leads the gateway's notices to whichever worker lives now; to nobody between two of them.</summary>
internal sealed class NoticeRoad
{
    private volatile int _port;

    public void LeadTo(WorkerProcess? worker) => _port = worker?.Port ?? 0;

    public HttpClient Client() => new(new Handler(this)) { Timeout = TimeSpan.FromSeconds(20) };

    private sealed class Handler(NoticeRoad road) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (road._port == 0)
            {
                throw new HttpRequestException("The merchant is down.");
            }

            request.RequestUri = new UriBuilder(request.RequestUri!) { Port = road._port }.Uri;
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (TaskCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                throw new HttpRequestException("The merchant does not answer.", error);
            }
        }
    }
}
