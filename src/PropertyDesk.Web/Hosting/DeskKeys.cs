using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using PropertyDesk.Infrastructure.Database;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// The keys that cookies, forms and encrypted data are protected with: in a folder where one is named, else, on a database
/// server, in the database, where every node finds them.
/// </summary>
public static class DeskKeys
{
    public static void AddDeskKeys(this WebApplicationBuilder builder)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("PropertyDesk");
        if (InDatabase(builder.Configuration))
        {
            keys.KeepInDatabase(DatabaseOptions.Of(builder.Configuration).Provider);
        }
        else
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(Folder(builder.Configuration)));
        }

        if (builder.Configuration["KeysCertificate"] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(Certificate(file, builder.Configuration["KeysCertificatePassword"]));
        }
    }

    /// <summary>A key that is made by a wrong certificate, or by none, would stay among the good ones.</summary>
    public static void MakeNoKeys(this WebApplicationBuilder builder) => builder.Services.Configure<KeyManagementOptions>(options => options.AutoGenerateKeys = false);

    /// <summary>How many keys there are, and how many of them cannot be opened with the settings as they are.</summary>
    public static (int All, int Closed) Count(IServiceProvider services)
    {
        var keys = services.GetRequiredService<IKeyManager>().GetAllKeys().Where(k => !k.IsRevoked).ToList();
        return (keys.Count, keys.Count(k => !Opens(k)));
    }

    public static bool InDatabase(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["KeysFolder"]) && DatabaseOptions.Of(configuration).Provider != DatabaseProvider.Sqlite;

    /// <summary>Where they are, unless they are in the database.</summary>
    public static string Folder(IConfiguration configuration) => configuration["KeysFolder"] is { Length: > 0 } folder ? folder : "data/keys";

    private static bool Opens(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        // Each kind of certificate has errors of its own.
        catch (Exception error) when (error is CryptographicException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return false;
        }
    }

    private static X509Certificate2 Certificate(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (CryptographicException error)
        {
            throw new InvalidOperationException($"KeysCertificate={file} cannot be opened with KeysCertificatePassword: {(error.InnerException ?? error).Message}", error);
        }
    }
}
