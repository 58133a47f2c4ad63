using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Payments;

/// <summary>What the collector's page shows beside the dues.</summary>
public sealed class TakePageQueries(DeskDbContext db, PaymentQueries payments, ChannelQueries channels, ChannelAccounts accounts, DeskFlags flags, TimeProvider clock)
{
    private const int Receipts = 8;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>What whoever asks took last today, newest first.</summary>
    public async Task<IReadOnlyList<PaymentRow>> LatestAsync()
    {
        var today = db.Current.Today(clock);
        return db.Current.UserId is { } me ? [.. (await payments.ListAsync(new PaymentFilter(today, today, CashierId: me))).Page.Rows.Take(Receipts)] : [];
    }

    public async Task<IReadOnlyList<DeskFlag>> FlagsAsync(Guid ownerId) => (await flags.OfAsync([ownerId])).GetValueOrDefault(ownerId, []);

    /// <summary>Channels that the company offers.</summary>
    public async Task<IReadOnlyList<ChannelKind>> ChannelsAsync() => await accounts.OfferedAsync();

    /// <summary>Online orders of the owner in the last day.</summary>
    public async Task<IReadOnlyList<OrderRow>> TriesAsync(Guid ownerId) => await channels.OfOwnerAsync(ownerId, clock.GetUtcNow() - Lately);
}
