namespace PropertyDesk.Web.Hosting;

/// <summary>For answers that are the same for everybody.</summary>
internal static class PublicCaching
{
    /// <summary>A minute: what was withdrawn is gone soon. The language is kept in a cookie, so it tells answers apart.</summary>
    public static void AllowCaching(this HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.Vary = "Cookie";
    }
}
