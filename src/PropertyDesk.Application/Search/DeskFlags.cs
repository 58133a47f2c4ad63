using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Search;

/// <summary>Reads what the desk should know about people.</summary>
public sealed class DeskFlags(DeskDbContext db, TimeProvider clock)
{
    /// <summary>For each of the people, in the order of <see cref="DeskFlag"/>; one query for all of them.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<DeskFlag>>> OfAsync(IReadOnlyCollection<Guid> ownerIds)
    {
        var (today, now) = (db.Current.Today(clock), clock.GetUtcNow());
        var facts = await db.Owners.Where(o => ownerIds.Contains(o.Id)).Select(o => new
        {
            o.Id,
            IsOverdue = db.Bills.Where(b => b.IssuedOn != null && b.Outstanding.Fen > 0).Any(b => b.OwnerId == o.Id && b.DueOn < today),
            IsDisputed = db.Disputes.Any(d => d.OpenLineId != null && d.Bill.OwnerId == o.Id),
            IsInCourt = db.LateFeeFreezes.Any(f => f.Reason == FreezeReason.Lawsuit && f.To == null && db.Bills.Any(b => b.Id == f.BillId && b.OwnerId == o.Id)),
            HasPromised = db.PaymentPromises.Any(p => p.OwnerId == o.Id && p.State == PromiseState.Open),
            IsPayingOnline = db.ChannelOrders.Any(c => c.OwnerId == o.Id && (c.State == ChannelOrderState.Created || c.State == ChannelOrderState.Offered) && c.ExpiresAt > now),
            HasPrepaid = db.Purses.Any(p => p.OwnerId == o.Id && p.Balance.Fen > 0),
            IsRenter = db.Leases.Any(l => l.LesseeId == o.Id) && !db.Ownerships.Any(x => x.OwnerId == o.Id),
        }).AsNoTracking().ToListAsync();
        return facts.ToDictionary(o => o.Id, o => Those(
            (DeskFlag.Overdue, o.IsOverdue), (DeskFlag.Disputed, o.IsDisputed), (DeskFlag.Lawsuit, o.IsInCourt),
            (DeskFlag.Promised, o.HasPromised), (DeskFlag.PayingOnline, o.IsPayingOnline), (DeskFlag.Prepaid, o.HasPrepaid), (DeskFlag.Renter, o.IsRenter)));
    }

    private static IReadOnlyList<DeskFlag> Those(params (DeskFlag Flag, bool Holds)[] all) => [.. all.Where(x => x.Holds).Select(x => x.Flag)];
}
