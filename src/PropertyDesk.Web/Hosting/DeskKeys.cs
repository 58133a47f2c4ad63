using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
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
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["KeysCertificatePassword"]));
        }
    }

    public static bool InDatabase(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["KeysFolder"]) && DatabaseOptions.Of(configuration).Provider != DatabaseProvider.Sqlite;

    /// <summary>Where they are, unless they are in the database.</summary>
    public static string Folder(IConfiguration configuration) => configuration["KeysFolder"] is { Length: > 0 } folder ? folder : "data/keys";
}
