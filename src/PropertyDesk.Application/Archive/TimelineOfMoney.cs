using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Archive;

/// <summary>Bills, money, and being asked for it.</summary>
internal sealed class TimelineOfMoney(DeskDbContext db, Guid ownerId)
{
    private static readonly DeliveryKind[] Reminding = [DeliveryKind.DueSoon, DeliveryKind.DueToday, DeliveryKind.Overdue];

    // Codes and notices about a login are nobody's business at the desk; those about notices stand with the notice.
    private static readonly DeliveryKind[] Others = [DeliveryKind.BillIssued, DeliveryKind.PayLink, DeliveryKind.Survey, DeliveryKind.Answer];

    public IEnumerable<TimelineSource> Sources =>
    [
        new([TimelineKind.Bill], BillsAsync), new([TimelineKind.Payment], (at, take) => PaymentsAsync(at, take, isRed: false)), new([TimelineKind.Void], (at, take) => PaymentsAsync(at, take, isRed: true)),
        new([TimelineKind.Refund], RefundsAsync), new([TimelineKind.Reminder], (at, take) => MessagesAsync(at, take, TimelineKind.Reminder, Reminding)), new([TimelineKind.Reminder], CallsAsync),
        new([TimelineKind.Reminder], LettersAsync), new([TimelineKind.Message], (at, take) => MessagesAsync(at, take, TimelineKind.Message, Others)),
    ];

    // A bill is issued on a day: it stands where that day begins.
    private async Task<IEnumerable<Happening>> BillsAsync(DateTimeOffset at, int take)
    {
        var day = at == DateTimeOffset.MaxValue ? DateOnly.MaxValue : db.Current.DayOf(at);
        var bills = await db.Bills.Published().Where(b => b.OwnerId == ownerId && b.IssuedOn <= day).OrderByDescending(b => b.IssuedOn).ThenByDescending(b => b.Id).Take(take)
            .Select(b => new { b.Id, b.IssuedOn, b.Number, b.Period, b.UnitCode, b.Total }).ToListAsync();
        return bills.Select(b => new Happening(db.Current.StartOf(b.IssuedOn!.Value), TimelineKind.Bill, b.Number, $"{b.Period} · {b.UnitCode}", "", b.Id, b.Total));
    }

    private async Task<IEnumerable<Happening>> PaymentsAsync(DateTimeOffset at, int take, bool isRed)
    {
        var payments = await db.Payments.Where(p => p.OwnerId == ownerId && p.RecordedAt <= at && (p.ReversesId != null) == isRed).OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).Take(take)
            .Select(p => new { p.Id, p.RecordedAt, p.Method, p.Amount, p.CashierName, Paid = p.ReversesId ?? p.Id }).ToListAsync();
        var paid = payments.ConvertAll(p => p.Paid);
        var receipts = (await db.Receipts.Where(r => paid.Contains(r.PaymentId)).Select(r => new { r.PaymentId, r.Book, r.Number }).ToListAsync()).ToLookup(r => r.PaymentId, r => Receipt.Format(r.Book, r.Number));
        return payments.Select(p => new Happening(
            p.RecordedAt, isRed ? TimelineKind.Void : TimelineKind.Payment, receipts[p.Paid].FirstOrDefault() ?? "", Words.Of(p.Method), p.CashierName, p.Id, p.Amount));
    }

    private async Task<IEnumerable<Happening>> RefundsAsync(DateTimeOffset at, int take) =>
        (await db.Refunds.AsNoTracking().Where(r => r.OwnerId == ownerId && r.RequestedAt <= at).OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id).Take(take).ToListAsync())
            .Select(r => new Happening(r.RequestedAt, TimelineKind.Refund, Words.Of(r.Kind), $"{Words.Of(r.State)} · {r.Reason}", r.RequestedBy, r.Id, r.Amount));

    private async Task<IEnumerable<Happening>> MessagesAsync(DateTimeOffset at, int take, TimelineKind kind, DeliveryKind[] which) =>
        (await db.Deliveries.Where(d => d.OwnerId == ownerId && d.QueuedAt <= at && which.Contains(d.Kind)).OrderByDescending(d => d.QueuedAt).ThenByDescending(d => d.Id).Take(take)
            .Select(d => new { d.QueuedAt, d.Kind, d.Channel, d.State, d.Subject }).ToListAsync())
            .Select(d => new Happening(
                d.QueuedAt, kind, Words.Of(d.Kind), string.Join(" · ", new[] { d.Channel is { } channel ? Words.Of(channel) : "", Words.Of(d.State), d.Subject }.Where(t => t.Length > 0)), ""));

    private async Task<IEnumerable<Happening>> CallsAsync(DateTimeOffset at, int take) =>
        (await db.DunningCalls.AsNoTracking().Where(c => c.OwnerId == ownerId && c.At <= at).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take).ToListAsync())
            .Select(c => new Happening(c.At, TimelineKind.Reminder, Texts.Of("电话催缴"), string.Join(" · ", new[] { Words.Of(c.Outcome), c.Note }.Where(t => !string.IsNullOrEmpty(t))), c.By));

    private async Task<IEnumerable<Happening>> LettersAsync(DateTimeOffset at, int take) =>
        (await db.DemandLetters.AsNoTracking().Where(l => l.OwnerId == ownerId && l.At <= at).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(take).ToListAsync())
            .Select(l => new Happening(l.At, TimelineKind.Reminder, Texts.Of("催款函"), l.UnitCode, l.By, null, l.Amount));
}
