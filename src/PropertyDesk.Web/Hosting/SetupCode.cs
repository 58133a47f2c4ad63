using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// The code with which whoever installed the program makes the first login. Printed at the start of an empty
/// installation, valid for an hour; a new start prints a new one.
/// </summary>
public sealed class SetupCode(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private string? _code;
    private DateTimeOffset _expiresAt;

    public string Renew()
    {
        (_code, _expiresAt) = (RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 12), clock.GetUtcNow() + Lifetime);
        return _code;
    }

    public bool Matches(string? typed) => _code is not null && clock.GetUtcNow() < _expiresAt
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_code), Encoding.UTF8.GetBytes(typed?.Trim().ToUpperInvariant() ?? ""));

    public void End() => _code = null;

    /// <summary>Prints a code where nobody can log in yet. To the console, not to the log: logs are kept and read by others.</summary>
    public static async Task OfferAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstOperator>().IsMissingAsync())
        {
            var code = app.Services.GetRequiredService<SetupCode>().Renew();
            Console.WriteLine();
            Console.WriteLine($"  首次启动：请在 /account/setup 用此代码创建平台账号（1 小时内有效）/ first start: create the operator's login at /account/setup with this code (valid for 1 hour): {code}");
            Console.WriteLine();
        }
    }
}
