using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>Publishes a draft: its bills are owed from then on, posted to the ledger, and announced to their owners.</summary>
public sealed class BillPublishing(DeskDbContext db, TimeProvider clock)
{
    private const int BillsOfPart = 2_000;

    /// <summary>All of it or none: state, dates, ledger entries and delivery rows are one transaction.</summary>
    /// <exception cref="RuleViolation">The run is not a draft, or somebody changed it at the same time.</exception>
    public async Task PublishAsync(Guid runId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = NotFoundException.Check(await db.BillRuns.SingleOrDefaultAsync(r => r.Id == runId, cancel), runId);
        var community = await db.Communities.SingleAsync(c => c.Id == run.CommunityId, cancel);
        try
        {
            await IssueAsync(run, community, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Publishes a run in the transaction of the caller.</summary>
    internal async Task IssueAsync(BillRun run, Community community, CancellationToken cancel)
    {
        run.Publish(db.Current.UserName, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        var today = db.Current.Today(clock);
        var due = today.AddDays(community.DueDays);
        await db.Bills.Where(b => b.BillRunId == run.Id).ExecuteUpdateAsync(
            bill => bill.SetProperty(b => b.IssuedOn, (DateOnly?)today).SetProperty(b => b.DueOn, (DateOnly?)due)
                .SetProperty(b => b.LateFeeDailyRate, community.LateFeeDailyRate).SetProperty(b => b.LateFeeGraceDays, community.LateFeeGraceDays)
                .SetProperty(b => b.LateFeeCapShare, community.LateFeeCapShare),
            cancel);
        await db.BillCredits.Where(c => c.Bill.BillRunId == run.Id).ExecuteUpdateAsync(credit => credit.SetProperty(c => c.On, (DateOnly?)today), cancel);
        var belowZero = new List<Guid>();
        await foreach (var bills in PartsAsync(run, cancel))
        {
            await PostAsync(bills, today, cancel);
            belowZero.AddRange(bills.Where(b => b.Outstanding < Money.Zero).Select(b => b.Id));
        }

        await new BillsBelowZero(db, clock).SettleAsync(belowZero, today, cancel);
    }

    private async Task PostAsync(List<Bill> bills, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var entries = bills.ConvertAll(b => LedgerPosting.BillPublished(b, b.Lines, b.Credits, today, now));
        await db.BulkInsertAsync(entries, cancel);
        await db.BulkInsertAsync(entries.SelectMany(e => e.Lines).ToList(), cancel);
        await db.BulkInsertAsync(BillNotices.Issued(bills, today, now), cancel);
    }

    // A large run is never in memory as a whole: each part begins behind the last number of the one before.
    private async IAsyncEnumerable<List<Bill>> PartsAsync(BillRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (part, last) = (new List<Bill>(), "");
        do
        {
            part = await db.Bills.AsNoTracking().Include(b => b.Lines).Include(b => b.Credits).AsSplitQuery()
#pragma warning disable CA1309 // the database compares, by the same collation as it sorts
                .Where(b => b.CommunityId == run.CommunityId && b.BillRunId == run.Id && string.Compare(b.Number, last) > 0)
#pragma warning restore CA1309
                .OrderBy(b => b.Number).Take(BillsOfPart).ToListAsync(cancel);
            yield return part;
            last = part.LastOrDefault()?.Number;
        }
        while (part.Count == BillsOfPart);
    }
}
