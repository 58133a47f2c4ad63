using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Corrections;

/// <summary>
/// Bills anew, from the facts as they are now, what a red entry took back, and pays it from the money that the red entry
/// released. In the transaction of the red entry.
/// </summary>
public sealed class Reissues(DeskDbContext db, BillPublishing publishing, TimeProvider clock)
{
    /// <exception cref="RuleViolation">A charge cannot be computed now; the message says which and why.</exception>
    public async Task IssueAsync(CorrectionRequest request, IReadOnlyList<ReversedLine> reversed, CancellationToken cancel)
    {
        var old = await db.BillRuns.SingleAsync(r => r.Id == request.BillRunId, cancel);
        var community = await db.Communities.SingleAsync(c => c.Id == old.CommunityId, cancel);
        var sequence = await db.BillRuns.Where(r => r.CommunityId == old.CommunityId && r.Period == old.Period).MaxAsync(r => r.Sequence, cancel) + 1;
        var run = new BillRun(community, old.Period, BillRunKind.Reissue, sequence, db.Current.UserName, clock.GetUtcNow());
        db.Add(run);
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

    private async Task PayAsync(BillRun run, IReadOnlyList<ReversedLine> reversed, CancellationToken cancel)
    {
        var released = reversed.GroupBy(r => r.OwnerId).ToDictionary(g => g.Key, g => Money.Sum(g.Select(r => r.Released)));
        var payers = released.Where(r => r.Value > Money.Zero).Select(r => r.Key).ToList();
        foreach (var bill in await db.Bills.Include(b => b.Lines).Include(b => b.Owner).Where(b => b.BillRunId == run.Id && payers.Contains(b.OwnerId)).ToListAsync(cancel))
        {
            var purse = await db.PurseOfAsync(bill.Owner, PurseClass.General, cancel);
            var amount = Money.Min(Money.Min(released[bill.OwnerId], purse.Balance), bill.Outstanding);
            if (amount > Money.Zero)
            {
                Apply(purse, bill, amount);
                released[bill.OwnerId] -= amount;
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Apply(Purse purse, Bill bill, Money amount)
    {
        var entry = purse.Move(PurseEntryKind.AppliedToBill, -amount, bill.Id, db.Current.Today(clock), clock.GetUtcNow());
        var lines = bill.Lines.OrderBy(l => l.Position).ToList();
        var plan = AllocationOrder.Plan(amount, lines.ConvertAll(l => new OpenLine(bill.Number, bill.DueOn!.Value, l.Priority, l.Outstanding)));
        var allocations = lines.Zip(plan.Applied).Where(x => !x.Second.IsZero).Select(x => Purse.Apply(entry, bill, x.First, x.Second)).ToList();
        db.Add(entry);
        db.AddRange(allocations);
        db.Add(LedgerPosting.PurseMoved(entry, allocations, clock.GetUtcNow()));
    }
}
