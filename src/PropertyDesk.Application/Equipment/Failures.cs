using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Takes down failures of machines and their repair.</summary>
public sealed class Failures(DeskDbContext db, TimeProvider clock)
{
    /// <param name="requestId">Made with the form: sent twice, it is one failure.</param>
    /// <param name="since">Null for now.</param>
    /// <exception cref="RuleViolation">Nothing is said about it, or the machine is scrapped.</exception>
    public async Task<Guid> ReportAsync(Guid assetId, Guid requestId, FailureKind kind, string? what, bool stops, DateTimeOffset? since = null)
    {
        if (await db.EarlierAsync<AssetFailure>(f => f.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var (asset, now) = (NotFoundException.Check(await db.Assets.FirstOrDefaultAsync(a => a.Id == assetId), assetId), clock.GetUtcNow());
        var failure = new AssetFailure(asset, requestId, kind, what, stops, since ?? now, db.Current.UserName, now);
        return await db.SaveOnceAsync(failure, f => f.RequestId == requestId);
    }

    /// <param name="at">Null for now.</param>
    /// <exception cref="RuleViolation">It was repaired already, or nothing is said about it.</exception>
    public async Task MendAsync(Guid id, FailureKind kind, string? repair, Money cost, DateTimeOffset? at = null)
    {
        var now = clock.GetUtcNow();
        NotFoundException.Check(await db.AssetFailures.FirstOrDefaultAsync(f => f.Id == id), id).Mend(kind, repair, cost, at ?? now, db.Current.UserName, now);
        await db.SaveOrRefuseAsync();
    }
}
