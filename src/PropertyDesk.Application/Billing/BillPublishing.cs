using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Billing;

/// <summary>Publishes a draft: its bills are owed from then on, posted to the ledger, and announced to their owners.</summary>
public sealed class BillPublishing(DeskDbContext db, TimeProvider clock, RunProgress progress, PursePaying purses, DeliveryQueue queue)
{
    /// <summary>Bills whose lines are in memory at one time: a large run is never there as a whole.</summary>
    private const int BillsOfPart = 2_000;

    /// <summary>Units that are counted at one time, each with all of its bills.</summary>
    private const int UnitsOfPart = 2_000;

    /// <summary>All of it or none: state, dates, ledger entries, delivery rows and what purses pay are one transaction.</summary>
    /// <param name="buildings">Only the bills of these buildings; null for all that are not out yet.</param>
    /// <exception cref="RuleViolation">The run is not a draft, is not approved, or somebody changed it at the same time.</exception>
    public async Task PublishAsync(Guid runId, IReadOnlyCollection<Guid>? buildings = null, CancellationToken cancel = default)
    {
        var pursesPay = await purses.PrepareAsync(runId, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = NotFoundException.Check(await db.BillRuns.SingleOrDefaultAsync(r => r.Id == runId, cancel), runId);
        var community = await db.Communities.SingleAsync(c => c.Id == run.CommunityId, cancel);
        try
        {
            var issued = await IssueAsync(run, community, NeedsApproval(run, community), buildings, cancel);
            if (pursesPay)
            {
                await purses.PayAsync(run, cancel);
            }

            await AnnounceAsync(issued, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Whether another person has to approve the run first.</summary>
    internal async Task<bool> NeedsApprovalAsync(BillRun run) => NeedsApproval(run, await db.Communities.SingleAsync(c => c.Id == run.CommunityId));

    /// <summary>Publishes a run in the transaction of the caller.</summary>
    internal async Task IssueAsync(BillRun run, Community community, CancellationToken cancel) =>
        await AnnounceAsync(await IssueAsync(run, community, needsApproval: false, null, cancel), cancel);

    /// <summary>Saves bills that are made by one act, with their run, and publishes them at once, in the transaction of the caller.</summary>
    internal async Task IssueAtOnceAsync(BillRun run, IReadOnlyCollection<Bill> bills, Community community, CancellationToken cancel)
    {
        db.AddRange(bills);
        await db.SaveChangesAsync(cancel);
        run.Record(bills.Count, bills.Sum(b => b.Lines.Count), Money.Sum(bills.Select(b => b.Total)), await RunSeals.ComputeAsync(db, run.Id, cancel), clock.GetUtcNow());
        await IssueAsync(run, community, cancel);
    }

    private async Task<List<Guid>> IssueAsync(BillRun run, Community community, bool needsApproval, IReadOnlyCollection<Guid>? buildings, CancellationToken cancel)
    {
        var drafts = db.Bills.Where(b => b.BillRunId == run.Id && b.IssuedOn == null);
        var chosen = buildings is null ? drafts : drafts.Where(b => buildings.Contains(b.BuildingId));
        if (buildings is not null && !await chosen.AnyAsync(cancel))
        {
            throw new RuleViolation("所选楼栋没有待发布的账单。");
        }

        var all = buildings is null || !await drafts.AnyAsync(b => !buildings.Contains(b.BuildingId), cancel);
        run.Publish(db.Current.UserName, clock.GetUtcNow(), needsApproval, all);
        await db.SaveChangesAsync(cancel);
        var today = db.Current.Today(clock);
        var issued = await chosen.OrderBy(b => b.Number.Length).ThenBy(b => b.Number).Select(b => new { b.Id, b.UnitId }).ToListAsync(cancel);
        await DateAsync(chosen, community, today, cancel);
        var belowZero = new List<Guid>();
        using var shown = progress.Begin(run.Id, issued.Count);
        foreach (var part in issued.Chunk(BillsOfPart))
        {
            var ids = part.Select(b => b.Id).ToArray();
            var bills = await db.Bills.AsNoTracking().Where(b => ids.Contains(b.Id)).Include(b => b.Lines).Include(b => b.Credits).AsSplitQuery().ToListAsync(cancel);
            await PostAsync(bills, today, cancel);
            belowZero.AddRange(bills.Where(b => b.Outstanding < Money.Zero).Select(b => b.Id));
            shown.Add(bills.Count);
        }

        // Nobody else issues or pays in the community from here on: two who issued bills of one household at once would both count it.
        await new ReceiptNumbers(db).HoldAsync(run.CommunityId, cancel);
        foreach (var part in issued.GroupBy(b => b.UnitId, b => b.Id).Chunk(UnitsOfPart))
        {
            await CountAsync([.. part.SelectMany(unit => unit)], today, cancel);
        }

        await new BillsBelowZero(db, clock).SettleAsync(run.CommunityId, belowZero, today, cancel);
        return issued.ConvertAll(b => b.Id);
    }

    // Last of all: what purses have paid is not asked for.
    private async Task AnnounceAsync(List<Guid> ids, CancellationToken cancel)
    {
        foreach (var part in ids.Chunk(BillsOfPart))
        {
            var bills = await db.Bills.AsNoTracking().Where(b => part.Contains(b.Id)).OrderBy(b => b.Number.Length).ThenBy(b => b.Number).ToListAsync(cancel);
            await queue.AboutBillsAsync(bills, DeliveryKind.BillIssued, db.Current.Today(clock), cancel);
        }
    }

    private static bool NeedsApproval(BillRun run, Community community) => community.RunsNeedApproval && run.Kind == BillRunKind.Monthly;

    // The credits first: once a bill is dated it is no draft any more.
    private async Task DateAsync(IQueryable<Bill> drafts, Community community, DateOnly today, CancellationToken cancel)
    {
        var due = today.AddDays(community.DueDays);
        await db.BillCredits.Where(c => drafts.Any(b => b.Id == c.BillId)).ExecuteUpdateAsync(credit => credit.SetProperty(c => c.On, (DateOnly?)today), cancel);
        await drafts.ExecuteUpdateAsync(
            bill => bill.SetProperty(b => b.IssuedOn, (DateOnly?)today).SetProperty(b => b.DueOn, (DateOnly?)due)
                .SetProperty(b => b.LateFeeDailyRate, community.LateFeeDailyRate).SetProperty(b => b.LateFeeGraceDays, community.LateFeeGraceDays)
                .SetProperty(b => b.LateFeeCapShare, community.LateFeeCapShare),
            cancel);
    }

    private async Task PostAsync(List<Bill> bills, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var entries = bills.ConvertAll(b => LedgerPosting.BillPublished(b, b.Lines, b.Credits, today, now));
        await db.BulkInsertAsync(entries, cancel);
        await db.BulkInsertAsync(entries.SelectMany(e => e.Lines).ToList(), cancel);
        await db.BulkInsertAsync(SumsOf(bills, entries, today).All, cancel);
    }

    private async Task CountAsync(Guid[] ids, DateOnly today, CancellationToken cancel)
    {
        var (sums, bills) = (new LooseSums(), await db.Bills.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancel));
        await new UnitMonthCounts(db).AddAsync(sums, bills, bills.ConvertAll(b => IssuedBill.Of(b).Move(today, b.Total.Fen - b.Credited.Fen)), areNew: true, cancel);
        await db.BulkInsertAsync(sums.All, cancel);
    }

    private static LooseSums SumsOf(List<Bill> bills, List<JournalEntry> entries, DateOnly today)
    {
        var sums = new LooseSums();
        foreach (var (bill, entry) in bills.Zip(entries))
        {
            sums.Billed(bill, bill.Lines);
            sums.Credited(bill, bill.Credits);
            sums.Posted(bill, Money.Sum(entry.Lines.Where(l => l.Account == Account.Receivable).Select(l => l.Amount)), today);
        }

        return sums;
    }
}
