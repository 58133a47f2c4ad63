using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Purses;

namespace PropertyDesk.Application.Corrections;

/// <summary>
/// Bills anew, from the facts as they are now, what a red entry took back, and pays it from the money that the red entry
/// released. In the transaction of the red entry.
/// </summary>
public sealed class Reissues(DeskDbContext db, BillPublishing publishing, ApplyPurse purse, TimeProvider clock)
{
    /// <exception cref="RuleViolation">A charge cannot be computed now; the message says which and why.</exception>
    public async Task IssueAsync(CorrectionRequest request, IReadOnlyList<ReversedLine> reversed, CancellationToken cancel)
    {
        var old = await db.BillRuns.SingleAsync(r => r.Id == request.BillRunId, cancel);
        var community = await db.Communities.SingleAsync(c => c.Id == old.CommunityId, cancel);
        var run = await db.AddRunAsync(community, old.Period, BillRunKind.Reissue, clock.GetUtcNow(), cancel);
        request.ReissuedBy(run);
        await db.SaveChangesAsync(cancel);
        await ComputeAsync(run, [.. reversed.Select(r => r.SourceId)], cancel);
        await publishing.IssueAsync(run, community, cancel);
        await PayAsync(run, reversed, cancel);
    }

    private async Task ComputeAsync(BillRun run, HashSet<Guid> sources, CancellationToken cancel)
    {
        var draft = DraftComputation.Of(run, await RunInputs.ReadAsync(db, run, cancel), assignment => sources.Contains(assignment.Id));
        if (draft.Omissions.Count > 0)
        {
            var first = draft.Omissions[0];
            throw new RuleViolation("不能重开账单：{0} {1}，{2}。请先补齐，或只红冲不重开。", [first.UnitCode, first.ItemName, Words.Of(first.Reason)]);
        }

        await draft.InsertAsync(db, cancel);
        run.Record(draft.Bills.Count, draft.Lines.Count, draft.Total, await RunSeals.ComputeAsync(db, run.Id, cancel), clock.GetUtcNow());
    }

    // From each purse as much as the red entry put back into it, for the charges that this purse may pay.
    private async Task PayAsync(BillRun run, IReadOnlyList<ReversedLine> reversed, CancellationToken cancel)
    {
        var classes = await db.ChargeItems.Where(i => i.CommunityId == run.CommunityId).Select(i => new { i.Id, i.PurseClass }).ToDictionaryAsync(i => i.Id, i => i.PurseClass, cancel);
        var released = reversed.GroupBy(r => r.OwnerId).ToDictionary(g => g.Key, g => g.SelectMany(r => r.Released).GroupBy(r => r.Key).ToDictionary(c => c.Key, c => Money.Sum(c.Select(r => r.Value))));
        var payers = released.Where(r => r.Value.Count > 0).Select(r => r.Key).ToList();
        var bills = await db.Bills.Include(b => b.Lines).Include(b => b.Owner).AsSplitQuery().Where(b => b.BillRunId == run.Id && payers.Contains(b.OwnerId)).ToListAsync(cancel);
        foreach (var owner in bills.GroupBy(b => b.Owner))
        {
            var purses = await db.Purses.Where(p => p.OwnerId == owner.Key.Id).ToListAsync(cancel);
            var balances = purses.Select(p => (p.Class, Amount: Money.Min(p.Available, released[owner.Key.Id].GetValueOrDefault(p.Class)))).Where(p => p.Amount > Money.Zero).ToDictionary(p => p.Class, p => p.Amount);
            var lines = owner.SelectMany(b => b.Lines.Select(l => new PayableLine(b, l, classes[l.ChargeItemId])));
            var plan = PursePlan.Of(balances, lines, new PurseTerms(WholeBillsOnly: false, Released: false));
            if (plan.Count > 0)
            {
                await purse.BookAsync(owner.Key, Guid.NewGuid(), purses, plan, run);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
