using System.Globalization;
using System.IO.Compression;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Operations;

/// <summary>
/// What an operator does beside the running program, as its first argument: <c>migrate</c>, <c>doctor</c>, <c>audit</c>,
/// <c>sums</c>, <c>roles --Role name</c>, <c>backup --To file</c>, <c>restore --From file</c>. With the same settings as the program itself.
/// </summary>
public static class Commands
{
    private const string KeysEnd = ".keys.zip";

    /// <summary>Whether the command looks at a place and must leave it as it is.</summary>
    public static bool OnlyLooks(string[] args) => args is ["doctor" or "audit", ..];

    /// <returns>The exit code; null where no command was given and the program starts.</returns>
    public static async Task<int?> RunAsync(string[] args, WebApplication app)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            return args[0] switch
            {
                "migrate" => await MigrateAsync(app),
                "doctor" => await new Doctor(app).RunAsync() ? 0 : 1,
                "audit" => await Audit.RunAsync(app) ? 0 : 1,
                "sums" => await SumsAsync(app),
                "roles" => Roles(app),
                "backup" => await WithFileAsync(app, "To", BackupAsync),
                "restore" => await WithFileAsync(app, "From", RestoreAsync),
                _ => Say(Texts.Of("没有命令“{0}”。可用：migrate、doctor、audit、sums、roles --Role 登录名、backup --To 文件、restore --From 文件。", args[0]), 2),
            };
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or AggregateException)
        {
            return Say(Texts.Of("没有完成：{0}", error.Message), 1);
        }
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await DatabaseStart.MigrateAsync(db, app.Services.GetRequiredService<TimeProvider>());
        DeskJobs.Migrate(DatabaseOptions.Of(app.Configuration));
        return Say(Texts.Of("数据库已是最新版本。"), 0);
    }

    /// <summary>Makes the reports' sums anew from the books, where the audit found them wrong.</summary>
    private static async Task<int> SumsAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CompanyJobs>().ForEachAsync<MergeBillSums>("sums", (sums, _) => sums.RebuildAsync());
        return Say(Texts.Of("报表汇总已按账目重新计算。"), 0);
    }

    private static int Roles(WebApplication app)
    {
        try
        {
            return Say(DatabaseRoles.Script(DatabaseOptions.Of(app.Configuration).Provider, app.Configuration["Role"] ?? ""), 0);
        }
        catch (ArgumentException)
        {
            return Say(Texts.Of("请写明数据库登录名：--Role 登录名（小写字母、数字和下划线）；嵌入式数据库没有登录名。"), 2);
        }
    }

    /// <param name="setting">Where the file is named.</param>
    private static async Task<int> WithFileAsync(WebApplication app, string setting, Func<WebApplication, string, Task<int>> act)
    {
        if (DatabaseOptions.Of(app.Configuration).Provider != DatabaseProvider.Sqlite)
        {
            return Say(Texts.Of("服务器数据库请用它自己的工具备份和恢复（pg_dump、pg_restore；BACKUP DATABASE），恢复后运行 migrate 和 audit 核对账目。"), 2);
        }

        return app.Configuration[setting] is { Length: > 0 } file ? await act(app, file) : Say(Texts.Of("请写明文件：--{0} 文件。", setting), 2);
    }

    private static async Task<int> BackupAsync(WebApplication app, string file)
    {
        await Backups.WriteAsync(DatabaseOptions.Of(app.Configuration), file);
        Restrict(file);
        if (!DeskKeys.InDatabase(app.Configuration) && Directory.Exists(DeskKeys.Folder(app.Configuration)))
        {
            await ZipFile.CreateFromDirectoryAsync(DeskKeys.Folder(app.Configuration), file + KeysEnd);
            Restrict(file + KeysEnd);
            Say(Texts.Of("密钥已存入 {0}；没有它，加密的资料读不出来，请和备份一起妥善保管。", file + KeysEnd), 0);
        }

        return Say(Texts.Of("备份完成：{0}（{1} 字节）。", file, new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)), 0);
    }

    private static async Task<int> RestoreAsync(WebApplication app, string file)
    {
        await Backups.ReadAsync(DatabaseOptions.Of(app.Configuration), file);
        await MigrateAsync(app);
        var keys = DeskKeys.Folder(app.Configuration);
        if (!DeskKeys.InDatabase(app.Configuration) && File.Exists(file + KeysEnd) && (!Directory.Exists(keys) || !Directory.EnumerateFileSystemEntries(keys).Any()))
        {
            await ZipFile.ExtractToDirectoryAsync(file + KeysEnd, keys);
        }

        if (await Audit.RunAsync(app))
        {
            return Say(Texts.Of("恢复完成，账目核对无误。"), 0);
        }

        return Say(Texts.Of("已恢复，但账目核对不符或密钥不对（见上）。请先查明，不要投入使用。"), 1);
    }

    // Whoever can read it can read every owner's data.
    private static void Restrict(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    internal static int Say(string text, int code)
    {
        Console.WriteLine(text);
        return code;
    }
}
