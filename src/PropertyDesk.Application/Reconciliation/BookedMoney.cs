using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>What we booked under a number: a payment's tender, or cash that was paid into the bank.</summary>
internal sealed record Booked(PaymentTender? Tender, BankDeposit? Deposit)
{
    public DateTimeOffset At => Tender?.Payment.RecordedAt ?? Deposit!.DepositedAt;

    public void Into(ReconciliationItem item)
    {
        if (Deposit is not null)
        {
            item.Match(Deposit);
        }
        else
        {
            item.Match(Tender);
        }
    }
}

/// <summary>What we booked for a source and a day, by the numbers that a statement would name.</summary>
internal sealed class BookedMoney(DeskDbContext db)
{
    // A payment is in the acquirer's statement some days later at most.
    private const int SlipDays = 7;

    /// <summary>Of the day, or named by the statement: money at midnight lands on one day there and on the next here.</summary>
    public async Task<Dictionary<string, Booked>> OfAsync(MoneySource source, DateOnly day, List<string> named)
    {
        var booked = await TendersAsync(source, day, named);
        if (source == MoneySource.Bank)
        {
            foreach (var (number, deposit) in await DepositsAsync(day, named))
            {
                booked.TryAdd(number, deposit);
            }
        }

        return booked;
    }

    private async Task<Dictionary<string, Booked>> TendersAsync(MoneySource source, DateOnly day, List<string> named)
    {
        var method = source.Method();
        var tenders = db.PaymentTenders.Include(t => t.Payment).AsNoTracking().Where(t => t.Method == method && t.Reference != null);
        if (source.ReusesNumbers())
        {
            tenders = tenders.Where(t => t.Payment.PaidOn >= day.AddDays(-SlipDays) && t.Payment.PaidOn <= day.AddDays(SlipDays) && !db.ReconciliationItems.Any(i => i.PaymentId == t.PaymentId && i.IsTheirs && i.Day.Day != day));
        }

        var found = await tenders
            .Where(t => named.Contains(t.Reference!) || (t.Payment.PaidOn == day && !db.ReconciliationItems.Any(i => i.PaymentId == t.PaymentId && i.IsTheirs && i.Day.Day != day)))
            .ToListAsync();
        // A transfer that was typed twice is two payments of one number: the second has no counterpart. A slip's number is used
        // again on other days: the nearest is meant, and the others are not of this day.
        return found.OrderBy(t => source.ReusesNumbers() ? Math.Abs(t.Payment.PaidOn.DayNumber - day.DayNumber) : 0).ThenBy(t => t.Payment.RecordedAt)
            .GroupBy(t => t.Reference!, StringComparer.Ordinal)
            .SelectMany(g => g.Select((t, i) => (Key: i == 0 ? g.Key : $"{g.Key}#{i + 1}", Number: i, Tender: t)))
            .Where(x => x.Number == 0 || !source.ReusesNumbers() || x.Tender.Payment.PaidOn == day)
            .ToDictionary(x => x.Key, x => new Booked(x.Tender, null), StringComparer.Ordinal);
    }

    // Without the number of the bank's slip it is shown under a number of ours, and the bank's line is set against it by hand.
    private async Task<IEnumerable<(string Number, Booked Booked)>> DepositsAsync(DateOnly day, List<string> named)
    {
        var (from, to) = (db.Current.StartOf(day), db.Current.StartOf(day.AddDays(1)));
        var deposits = await db.BankDeposits.AsNoTracking()
            .Where(d => (d.Reference != null && named.Contains(d.Reference))
                || (d.DepositedAt >= from && d.DepositedAt < to && !db.ReconciliationItems.Any(i => i.DepositId == d.Id && i.IsTheirs && i.Day.Day != day)))
            .ToListAsync();
        return deposits.Select(d => (d.Reference ?? NumberOf(d.Id), new Booked(null, d)));
    }

    private static string NumberOf(Guid id) => id.ToString("n")[..12];
}
