using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Home;

/// <summary>
/// The figures of the desk's start page. Each is one query that the database sums, so that the page stays quick with years
/// of bills; the page asks only for those that the user's role may see.
/// </summary>
public sealed class DeskToday(DeskDbContext db, BillSums stored, TimeProvider clock)
{
    /// <summary>So old may the money be of which the receipt is new: a bank's file comes late.</summary>
    private const int RecentDays = 92;

    /// <summary>What came in on the company's day of today. Money out of a purse came in when it was prepaid.</summary>
    public async Task<CountedSum> ReceivedAsync(CancellationToken cancel = default)
    {
        var today = db.Current.Today(clock);
        var came = db.PaymentTenders.Where(t => t.PaidOn == today && t.Method != PaymentMethod.Purse);
        return new CountedSum(await came.Select(t => t.PaymentId).Distinct().CountAsync(cancel), new Money(await came.SumAsync(t => t.Amount.Fen, cancel)));
    }

    /// <summary>What is owed of published bills, and the part of it whose due day has passed.</summary>
    public async Task<(CountedSum Open, CountedSum Overdue)> OwedAsync(CancellationToken cancel = default)
    {
        var today = db.Current.Today(clock);
        var sums = await db.Bills.Open().GroupBy(b => b.DueOn < today)
            .Select(g => new { IsOverdue = g.Key, Count = g.Count(), Fen = g.Sum(b => b.Outstanding.Fen) }).ToListAsync(cancel);
        var late = sums.Find(s => s.IsOverdue);
        return (
            new CountedSum(sums.Sum(s => s.Count), new Money(sums.Sum(s => s.Fen))),
            new CountedSum(late?.Count ?? 0, new Money(late?.Fen ?? 0)));
    }

    /// <summary>Runs that wait for their publication, the oldest month first.</summary>
    public Task<List<WaitingRun>> DraftsAsync(CancellationToken cancel = default) =>
        (from run in db.BillRuns
         where run.State == BillRunState.Draft || run.State == BillRunState.PartlyPublished
         join community in db.Communities on run.CommunityId equals community.Id
         orderby run.Period, community.Name
         select new WaitingRun(run.Id, community.Name, run.Period, run.BillCount, run.Total)).ToListAsync(cancel);

    /// <summary>
    /// The current rate (当期收缴率) of the latest month with published bills, as of now; null before the first. What is due is
    /// what was billed less red entries and waivers.
    /// </summary>
    public async Task<MonthRate?> LatestRateAsync(CancellationToken cancel = default)
    {
        var month = await stored.ByDay(null).GroupBy(s => s.Period).OrderByDescending(g => g.Key).SumUp().FirstOrDefaultAsync(cancel);
        return month is null ? null : new MonthRate(month.Key, CollectionRate.Of(new Money(month.Collected), new Money(month.Billed - month.Red - month.Waived)));
    }

    /// <summary>The latest receipts, newest first.</summary>
    public async Task<IReadOnlyList<RecentReceipt>> RecentAsync(int take = 8, CancellationToken cancel = default)
    {
        var since = db.Current.Today(clock).AddDays(-RecentDays);
        var rows = await db.Receipts.Where(r => r.Payment.PaidOn >= since).OrderByDescending(r => r.Payment.RecordedAt).ThenByDescending(r => r.Number).Take(take)
            .Select(r => new { r.PaymentId, r.Book, r.Number, r.Payment.RecordedAt, r.Payment.OwnerId, r.Payment.OwnerName, r.Payment.Method, r.Payment.Amount })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new RecentReceipt(r.PaymentId, Receipt.Format(r.Book, r.Number), r.RecordedAt, r.OwnerId, r.OwnerName, r.Method, r.Amount))];
    }
}

/// <summary>How many, and how much.</summary>
public sealed record CountedSum(int Count, Money Amount);

/// <summary>A draft that somebody has to look at and publish.</summary>
public sealed record WaitingRun(Guid Id, string Community, BillingMonth Period, int BillCount, Money Total);

/// <param name="Rate">Null where nothing was due.</param>
public sealed record MonthRate(BillingMonth Month, decimal? Rate);

/// <summary>A receipt on the start page.</summary>
public sealed record RecentReceipt(Guid PaymentId, string Number, DateTimeOffset RecordedAt, Guid OwnerId, string Owner, PaymentMethod Method, Money Amount);
