using System.Threading.RateLimiting;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Attempts for one login name from one address: ten in five minutes, whether or not the name exists. Asked before the
/// password is hashed, which costs a fifth of a second of a processor.
/// </summary>
public sealed class LoginAttempts : IDisposable
{
    public const int Limit = 10;

    private readonly PartitionedRateLimiter<(string Address, string Login)> _limiter = PartitionedRateLimiter.Create<(string Address, string Login), (string, string)>(
        attempt => RateLimitPartition.GetFixedWindowLimiter(
            (attempt.Address, attempt.Login.ToUpperInvariant()),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Limit, Window = TimeSpan.FromMinutes(5) }));

    /// <summary>Counts an attempt; false when there were too many.</summary>
    public bool Allows(HttpContext context, string login)
    {
        using var lease = _limiter.AttemptAcquire((context.Connection.RemoteIpAddress?.ToString() ?? "", login.Trim()));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
