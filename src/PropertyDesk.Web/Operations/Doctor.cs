using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Documents;
using PropertyDesk.Infrastructure.Database;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Operations;

/// <summary>Checks an installation from its settings to its fonts, and says of each fault how it is mended. Changes nothing.</summary>
internal sealed class Doctor(WebApplication app)
{
    private const long LeastFree = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private bool _healthy = true;

    /// <returns>Whether nothing must be mended.</returns>
    public async Task<bool> RunAsync()
    {
        Settings();
        Disk();
        Fonts();
        if (await DatabaseAsync())
        {
            Keys();
            await CompaniesAsync();
        }

        Commands.Say(_healthy ? Texts.Of("一切正常。") : Texts.Of("请按上面的提示处理后再运行一次。"), 0);
        return _healthy;
    }

    private void Settings()
    {
        var url = PublicLinks.Base(app.Configuration);
        var isProduction = app.Environment.IsProduction();
        Check(Texts.Of("网址 PublicUrl：{0}", url), !isProduction || url.StartsWith("https://", StringComparison.Ordinal) ? null : Texts.Of("正式环境须为 https 地址：登录 Cookie 只在 https 上发送。"));
        Check(Texts.Of("环境：{0}", app.Environment.EnvironmentName), isProduction || Uri.TryCreate(url, UriKind.Absolute, out var at) && at.IsLoopback ? null : Texts.Of("对外服务请设 ASPNETCORE_ENVIRONMENT=Production。"));
        if (app.Configuration["Channels:Simulator"] is { Length: > 0 } simulator)
        {
            Check(Texts.Of("支付渠道模拟器：{0}", simulator), isProduction ? Texts.Of("正式环境不能用模拟器，请去掉 Channels:Simulator。") : null);
        }
    }

    private void Disk()
    {
        var database = DatabaseOptions.Of(app.Configuration);
        var folders = new List<string> { Path.GetTempPath(), DeskKeys.InDatabase(app.Configuration) ? AppContext.BaseDirectory : DeskKeys.Folder(app.Configuration) };
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(Backups.FileOf(database)))!);
        }

        foreach (var folder in folders.Where(Directory.Exists).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            Check(Texts.Of("磁盘 {0}：剩余 {1} MB", folder, (free >> 20).ToString("N0", CultureInfo.InvariantCulture)), free < LeastFree ? Texts.Of("剩余不到 1 GB，请清理或扩容。") : null);
        }
    }

    private void Fonts()
    {
        try
        {
            var text = new PrintSection([new Paragraph("收据 Receipt 镕㛃䶮 ¥0.01", new TextStyle(10))]);
            using var paper = new MemoryStream();
            var missing = app.Services.GetRequiredService<IDocumentRenderer>().Render(PrintDocument.Of(
                new DocumentInfo("doctor", "PropertyDesk", app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), "zh-CN"), PageFormat.A4, text), paper).MissingCharacters;
            Check(Texts.Of("字体与 PDF：{0} 字节", paper.Length), missing.Count == 0 ? null : Texts.Of("缺字：{0}", string.Concat(missing)));
        }
        catch (Exception error)
        {
            Check(Texts.Of("字体与 PDF"), error.Message);
        }
    }

    private async Task<bool> DatabaseAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var provider = DatabaseOptions.Of(app.Configuration).Provider;
        try
        {
            if (!await db.Database.CanConnectAsync())
            {
                Check(Texts.Of("数据库：{0}", provider), Texts.Of("连不上，或还没有建立：请检查 Database:ConnectionString，再运行 migrate。"));
                return false;
            }

            var pending = await DatabaseStart.PendingAsync(db);
            Check(Texts.Of("数据库：{0}", provider), pending.Count == 0 ? null : Texts.Of("缺 {0} 个升级步骤，请先备份再运行 migrate。", pending.Count));
            foreach (var fact in await DatabaseFacts.OfAsync(db, app.Services.GetRequiredService<TimeProvider>()))
            {
                Check("  " + fact.What, fact.Mend);
            }

            return pending.Count == 0;
        }
        // Whatever the server says: it is told, and the rest is checked all the same.
        catch (Exception error)
        {
            Check(Texts.Of("数据库：{0}", provider), error.Message);
            return false;
        }
    }

    private void Keys()
    {
        var place = DeskKeys.InDatabase(app.Configuration) ? Texts.Of("数据库") : Path.GetFullPath(DeskKeys.Folder(app.Configuration));
        try
        {
            var (all, closed) = DeskKeys.Count(app.Services);
            var isOpen = DeskKeys.InDatabase(app.Configuration) && string.IsNullOrEmpty(app.Configuration["KeysCertificate"]);
            var title = all == 0 ? Texts.Of("密钥：{0}（首次启动时生成）", place) : Texts.Of("密钥：{0}", place);
            Check(title, closed > 0 ? Texts.Of("{0} 把密钥中有 {1} 把解不开：请设当初的 KeysCertificate 和 KeysCertificatePassword。", all, closed) : isOpen && app.Environment.IsProduction() ? Texts.Of("密钥未加密就存在数据库里，拿到备份的人能解开证件号：请设 KeysCertificate。") : null);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            Check(Texts.Of("密钥：{0}", place), error.Message);
        }
    }

    private async Task CompaniesAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CompanyJobs>().ForEachAsync<IServiceProvider>("doctor", (services, _) => CompanyAsync(services));
    }

    private async Task CompanyAsync(IServiceProvider services)
    {
        var (db, company) = (services.GetRequiredService<DeskDbContext>(), services.GetRequiredService<CurrentCompany>());
        foreach (var mail in await db.MailAccounts.AsNoTracking().Where(a => a.IsOn).ToListAsync())
        {
            Check(Texts.Of("{0}：邮件服务器 {1}:{2}", company.Name, mail.Host, mail.Port), await ConnectsAsync(mail.Host, mail.Port) ? null : Texts.Of("连不上，请检查地址、端口和防火墙。"));
        }

        var secrets = services.GetRequiredService<ISecretCipher>();
        foreach (var channel in await db.ChannelAccounts.AsNoTracking().Where(a => a.IsOffered).ToListAsync())
        {
            Check(Texts.Of("{0}：{1} 商户 {2}", company.Name, Application.Words.Of(channel.Kind), channel.MerchantId), CanRead(secrets, channel.ProtectedPrivateKey) ? null : Texts.Of("商户私钥读不出来，请在渠道设置里重新填写。"));
        }

        foreach (var sms in await db.SmsAccounts.AsNoTracking().Where(a => a.IsOn).ToListAsync())
        {
            Check(Texts.Of("{0}：短信 {1}", company.Name, sms.SignName), CanRead(secrets, sms.ProtectedSecret) ? null : Texts.Of("短信密钥读不出来，请在短信设置里重新填写。"));
        }
    }

    private static bool CanRead(ISecretCipher cipher, string sealedText)
    {
        try
        {
            return cipher.Unprotect(sealedText).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static async Task<bool> ConnectsAsync(string host, int port)
    {
        using var client = new TcpClient();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await client.ConnectAsync(host, port, late.Token);
            return true;
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <param name="mend">What must be done; null where all is well.</param>
    private void Check(string what, string? mend)
    {
        _healthy &= mend is null;
        Commands.Say(mend is null ? $"✓ {what}" : $"✗ {what}\n    {mend}", 0);
    }
}
