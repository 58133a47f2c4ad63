using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Operations;

/// <summary>The operator's commands, as processes on a database that is in use.</summary>
public sealed class BackingUp : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("propertydesk-backup").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_of_a_running_desk_is_restored_elsewhere_and_proves_its_books()
    {
        await using var host = await DeskHost.StartAloneAsync();
        var till = await Till.OpenAsync(await Desk.OpenAsync(host));
        await till.TakeAsync(await till.AskAsync(till.Own.Zhang));
        var (file, place, keys) = (Path.Combine(_folder, "desk.backup"), await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")), Path.Combine(_folder, "keys"));

        var isEmbedded = TestEngine.Provider == "Sqlite";
        var (code, said) = isEmbedded ? await RunAsync(host.Connection, null, "backup", "--To", file) : await PostgresAsync("pg_dump", host.Connection, "--format=custom", "--no-owner", "--enable-row-security", "--file", file);
        Assert.True(code == 0, said);
        await till.TakeAsync(await till.AskAsync(till.Own.Li));

        await MakeAsync(place);
        (code, said) = isEmbedded ? await RunAsync(place, keys, "restore", "--From", file) : await PostgresAsync("pg_restore", place, "--exit-on-error", "--single-transaction", "--no-owner", file);
        Assert.True(code == 0, said);
        await using var restored = new DeskHost(TestEngine.Provider, place);
        Assert.Equal((1, 2), (await PaymentsAsync(restored), await PaymentsAsync(host)));
        (code, said) = await RunAsync(place, isEmbedded ? keys : null, "audit");
        Assert.True(code == 0 && said.Contains("账目无误", StringComparison.Ordinal) && !said.Contains("不符", StringComparison.Ordinal), said);
        if (isEmbedded)
        {
            Assert.Equal(1, (await RunAsync(host.Connection, null, "backup", "--To", file)).Code);
            (code, said) = await RunAsync(place, keys, "restore", "--From", file);
            Assert.True(code == 1 && said.Contains("没有完成", StringComparison.Ordinal), said);
            Assert.Equal(1, await PaymentsAsync(restored));
            (code, said) = await RunAsync(place, Path.Combine(_folder, "other"), "audit");
            Assert.True(code == 1 && said.Contains("密钥不是备份时的那一套", StringComparison.Ordinal), said);
        }

        (code, said) = await RunAsync(place, isEmbedded ? keys : null, "doctor");
        Assert.True(code == 0 && said.Contains("一切正常。", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_leaves_nothing()
    {
        var (file, place) = (Path.Combine(_folder, "broken.backup"), await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")));
        await File.WriteAllTextAsync(file, "SQLite format 3 and nothing behind it", TestContext.Current.CancellationToken);
        await MakeAsync(place);

        var (code, said) = await RunAsync(place, null, "restore", "--From", file);

        Assert.True(TestEngine.Provider == "Sqlite" ? code == 1 && said.Contains("没有完成", StringComparison.Ordinal) : code == 2 && said.Contains("pg_restore", StringComparison.Ordinal), said);
        Assert.False(TestEngine.Provider == "Sqlite" && File.Exists(place["Data Source=".Length..]));
        (code, said) = await RunAsync(place, null, "doctor");
        Assert.True(code == 1 && said.Contains('✗', StringComparison.Ordinal), said);
        Assert.Equal(2, (await RunAsync(place, null, "dance")).Code);
    }

    [Fact]
    public async Task Keys_that_cannot_be_opened_are_told_and_none_is_added()
    {
        var (keys, place) = (Directory.CreateDirectory(Path.Combine(_folder, "sealed")), await TestEngine.DatabaseAsync("desk_" + Guid.NewGuid().ToString("n")));
        await using var host = new DeskHost(TestEngine.Provider, place);
        _ = host.Server;
        var (code, said) = await RunAsync(place, keys.FullName, "doctor");
        Assert.True(code == 0 && said.Contains("首次启动时生成", StringComparison.Ordinal), said);
        Assert.Empty(keys.GetFiles());
        using var pair = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=propertydesk", pair, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        DataProtectionProvider.Create(keys, builder => builder.ProtectKeysWithCertificate(certificate)).CreateProtector("x").Protect("y");
        Assert.Single(keys.GetFiles());

        (code, said) = await RunAsync(place, keys.FullName, "doctor");

        Assert.True(code == 1 && said.Contains("1 把密钥中有 1 把解不开", StringComparison.Ordinal), said);
        Assert.Single(keys.GetFiles());
        (code, said) = await RunAsync(place, keys.FullName, "doctor", "--KeysCertificate", Path.Combine(_folder, "none.pfx"));
        Assert.True(code != 0 && said.Contains("none.pfx cannot be opened", StringComparison.Ordinal), said);
    }

    private static async Task<int> PaymentsAsync(DeskHost host)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(host.Services);
        var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Application.DeskDbContext>(scope.ServiceProvider);
        // Past the filters: the whole database is counted.
        return await db.Payments.AcrossCompanies().CountAsync();
    }

    // The embedded database is made by being opened; a server's is made by its administrator.
    private static async Task MakeAsync(string connection)
    {
        if (TestEngine.Provider == "Postgres")
        {
            var to = new Npgsql.NpgsqlConnectionStringBuilder(connection);
            var name = to.Database;
            to.Database = "postgres";
            await using var server = new Npgsql.NpgsqlConnection(to.ConnectionString);
            await server.OpenAsync();
            await using var make = new Npgsql.NpgsqlCommand($"CREATE DATABASE \"{name}\"", server);
            await make.ExecuteNonQueryAsync();
        }
    }

    private static Task<(int Code, string Said)> PostgresAsync(string tool, string connection, params string[] arguments)
    {
        var to = new Npgsql.NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(tool, [.. arguments, "--dbname", to.Database!]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (to.Host, $"{to.Port}", to.Username, to.Password);
        // As README has it: the owner of the schema, too, stands before the wall between companies.
        start.Environment["PGOPTIONS"] = "-c propertydesk.company=-1";
        return EndAsync(start);
    }

    private static async Task<(int Code, string Said)> RunAsync(string connection, string? keys, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["LC_ALL"]) = ("Development", "C.UTF-8");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "PropertyDesk.Web.dll"), .. command, "--Database:Provider", TestEngine.Provider, "--Database:ConnectionString", connection,
            "--KeysFolder", keys ?? Path.Combine(Path.GetTempPath(), "propertydesk-test-keys"), "--Serilog:MinimumLevel:Default", "Error",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        return await EndAsync(start);
    }

    private static async Task<(int Code, string Said)> EndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }
}
