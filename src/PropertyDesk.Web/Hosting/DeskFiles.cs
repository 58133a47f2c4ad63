using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace PropertyDesk.Web.Hosting;

/// <summary>The program's own files: compressed on the way, and kept by browsers for as long as their version is the same.</summary>
public static class DeskFiles
{
    // Only files that are the same for everybody. A page with somebody's data beside a secret is not compressed, because the
    // length of what is compressed tells of the secret (BREACH).
    private static readonly string[] Compressed = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];

    public static void AddDeskFiles(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Compressed;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void UseDeskFiles(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                // Pages name their files with a version; the service worker itself must always be asked for.
                var isVersioned = file.Context.Request.Query.ContainsKey("v");
                file.Context.Response.Headers.CacheControl = isVersioned ? "public,max-age=31536000,immutable" : "no-cache";
            },
        });
    }
}
