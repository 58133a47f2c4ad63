using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>What is to be collected.</summary>
/// <param name="DueUntil">Bills due until this day; null for all that are open.</param>
public sealed record DebitScope(IReadOnlyCollection<Guid> CommunityIds, DateOnly? DueUntil);

/// <summary>What a batch would be.</summary>
/// <param name="WithoutMandate">Bills of owners who have no mandate: they are counted, not listed.</param>
public sealed record DebitPreview(DebitPlan Plan, LineSum WithoutMandate);

/// <summary>Finds what a batch would collect and what it would leave out.</summary>
public sealed class DebitCandidates(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleViolation">No community is chosen, or whoever asks does not see all of them.</exception>
    public async Task<DebitPreview> PreviewAsync(DebitScope scope, CancellationToken cancel = default)
    {
        RequireAll();
        if (scope.CommunityIds.Count == 0)
        {
            throw new RuleViolation("请至少选择一个小区。", field: "Communities");
        }

        var open = db.Bills.Open().Where(b => scope.CommunityIds.Contains(b.CommunityId) && (scope.DueUntil == null || b.DueOn <= scope.DueUntil));
        var mandates = await db.Mandates.AsNoTracking().Where(m => scope.CommunityIds.Contains(m.CommunityId) && m.EndedAt == null).ToDictionaryAsync(m => m.OwnerId, cancel);
        var bills = await open.Where(b => db.Mandates.Any(m => m.CurrentOwnerId == b.OwnerId)).AsNoTracking().Select(b => new
        {
            Bill = new DebitBill(b.Id, b.Number, b.Period, b.UnitCode, b.OwnerId, b.OwnerName, b.DueOn!.Value, b.Outstanding, null),
            IsHeld = db.DebitLineBills.Any(held => held.HeldBillId == b.Id),
            IsPaying = db.ChannelOrders.Any(o => (o.State == ChannelOrderState.Created || o.State == ChannelOrderState.Offered) && o.Bills.Any(x => x.BillId == b.Id)),
            IsDisputed = db.Disputes.Any(d => d.OpenLineId != null && d.BillId == b.Id),
        }).ToListAsync(cancel);
        var plan = DebitPlan.Of(
            bills.ConvertAll(b => b.Bill with { Obstacle = b.IsHeld ? LeftOutReason.InAnotherBatch : b.IsPaying ? LeftOutReason.PayingOnline : b.IsDisputed ? LeftOutReason.Disputed : null }),
            mandates, db.Current.Today(clock));
        var without = open.Where(b => !db.Mandates.Any(m => m.CurrentOwnerId == b.OwnerId));
        return new DebitPreview(plan, new LineSum(await without.CountAsync(cancel), new Money(await without.SumAsync(b => b.Outstanding.Fen, cancel))));
    }

    /// <summary>A batch is one file of the company: who sees some communities only would see a part of it.</summary>
    /// <exception cref="RuleViolation">Whoever asks is limited to some communities.</exception>
    internal void RequireAll()
    {
        if (!db.Current.AllCommunities)
        {
            throw new RuleViolation("银行托收须由能看到全部小区的人来做。");
        }
    }
}
