using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application;

/// <summary>Reads what stands still in the whole program, for those who run it.</summary>
public sealed class OperatingFigures(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Shows the figures of now to whoever listens to <see cref="DeskMeters"/>.</summary>
    public async Task ShowAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // Past the filters: an operator watches the program, not a company; only counts and an instant leave here.
        var oldest = await db.Deliveries.AcrossCompanies().Where(d => d.State == DeliveryState.Queued && d.NextAt != null && d.NextAt <= now).MinAsync(d => d.NextAt, cancel);
        DeskMeters.OutboxAge.Record(oldest is { } at ? (now - at).TotalSeconds : 0);
        DeskMeters.LedgerAlarms.Record(await db.AuditAlarms.AcrossCompanies().CountAsync(a => a.EndedAt == null, cancel));
        DeskMeters.ChannelCases.Record(await db.ChannelCases.AcrossCompanies().CountAsync(c => c.State == Domain.Channels.ChannelCaseState.Open, cancel));
    }
}
