using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>Reads payments.</summary>
public sealed class PaymentQueries(DeskDbContext db)
{
    private static readonly PurseEntryKind[] PrepaidKinds = [PurseEntryKind.PaidIn, PurseEntryKind.PaidInReversed, PurseEntryKind.PaidOut];

    /// <summary>Newest first, with the sums of all pages.</summary>
    public async Task<PaymentList> ListAsync(PaymentFilter filter, int page = 1)
    {
        var payments = Filtered(filter);
        var sums = await db.PaymentTenders.Where(t => payments.Any(p => p.Id == t.PaymentId) && (filter.Method == null || t.Method == filter.Method)).GroupBy(t => t.Method)
            .Select(m => new { m.Key, Count = m.Count(), Fen = m.Sum(t => t.Amount.Fen) }).ToListAsync();
        var found = await db.Receipts.Join(payments, r => r.PaymentId, p => p.Id, (r, p) => new { r, p })
            .OrderByDescending(x => x.p.RecordedAt).ThenByDescending(x => x.p.Id)
            .Select(x => new
            {
                x.p,
                x.r.Id,
                x.r.Book,
                x.r.Number,
                x.r.PrintCount,
                IsTakenBack = db.Payments.Any(red => red.ReversesId == x.p.Id),
                Parts = db.PaymentTenders.Where(t => t.PaymentId == x.p.Id && (filter.Method == null || t.Method == filter.Method)).OrderBy(t => t.Position).Select(t => new { t.Reference, t.Amount }).ToList(),
                Units = db.Allocations.Where(a => a.PaymentId == x.p.Id).Select(a => a.Bill.UnitCode).ToList(),
            }).AsNoTracking().ToPageAsync(page);
        var rows = found.Rows.Select(x => new PaymentRow(
            x.p.Id, x.p.PaidOn, x.p.RecordedAt, x.Id, Receipt.Format(x.Book, x.Number), x.p.OwnerId, x.p.OwnerName,
            string.Join(", ", x.Units.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), x.p.Method,
            string.Join(", ", x.Parts.Where(t => t.Reference is not null).Select(t => t.Reference)), x.p.CashierName, Money.Sum(x.Parts.Select(t => t.Amount)), x.IsTakenBack, x.PrintCount)).ToList();
        return new PaymentList(
            new Paged<PaymentRow>(rows, found.Total, found.Number, found.Size),
            [.. sums.OrderBy(s => s.Key).Select(s => new MethodSum(s.Key, s.Count, new Money(s.Fen)))]);
    }

    /// <summary>Everybody who ever took money here.</summary>
    public async Task<IReadOnlyList<Cashier>> CashiersAsync() =>
    [
        .. (await db.Payments.Where(p => p.CashierId != null).GroupBy(p => p.CashierId!.Value)
            .Select(g => new { g.Key, Name = g.Max(p => p.CashierName)! }).ToListAsync())
            .OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new Cashier(c.Key, c.Name)),
    ];

    /// <exception cref="NotFoundException">There is no such payment here.</exception>
    public async Task<PaymentDetails> FindAsync(Guid paymentId)
    {
        var receipt = NotFoundException.Check(
            await db.Receipts.Include(r => r.Payment).AsNoTracking().FirstOrDefaultAsync(r => r.PaymentId == paymentId), paymentId);
        var payment = receipt.Payment;
        var lines = await db.Allocations.Where(a => a.PaymentId == paymentId)
            .OrderBy(a => a.Bill.DueOn).ThenBy(a => a.Bill.Number).ThenBy(a => a.BillLine.Position)
            .Select(a => new PaidLine(a.BillId, a.Bill.Number, a.Period, a.Bill.UnitCode, a.BillLine.ItemName, a.BillLine.Amount, a.Amount))
            .AsNoTracking().ToListAsync();
        var left = await db.Bills.Open().Where(b => b.OwnerId == payment.OwnerId).SumAsync(b => b.Outstanding.Fen);
        var tenders = (await db.PaymentTenders.Where(t => t.PaymentId == paymentId).OrderBy(t => t.Position).Select(t => new { t.Method, t.Amount, t.Reference, t.Handed }).ToListAsync())
            .ConvertAll(t => new Tender(t.Method, t.Amount, t.Reference, t.Handed.IsZero ? null : t.Handed));
        var community = await db.Communities.Where(c => c.Id == payment.CommunityId).Select(c => new { c.Name, c.ReceiptPaper }).SingleAsync();
        return new PaymentDetails(
            payment.Id, payment.PaidOn, payment.RecordedAt, payment.OwnerId, payment.OwnerName, community.Name, tenders,
            payment.CashierName, payment.Amount, payment.Prepaid, receipt.Id, receipt.Display, receipt.Code, receipt.PrintCount, new Money(left), lines, await TwinAsync(payment))
        {
            Paper = community.ReceiptPaper,
            OwnUnits = lines.Count > 0 ? [] : await db.HomesOf(payment.OwnerId, payment.PaidOn).Select(u => u.Code).ToListAsync(),
            PurseLeft = payment.Prepaid.IsZero && !tenders.Exists(t => t.Method == PaymentMethod.Purse) ? null
                : new Money(await db.Purses.Where(p => p.OwnerId == payment.OwnerId && p.Class == PurseClass.General).SumAsync(p => p.Balance.Fen)),
            PrepaidInto = payment.Prepaid.IsZero ? null : await db.PurseEntries
                .Where(e => e.DocumentId == paymentId && PrepaidKinds.Contains(e.Kind)).Select(e => (PurseClass?)e.Purse.Class).FirstOrDefaultAsync(),
        };
    }

    /// <summary>What may be told to whoever holds a receipt with this code; null where there is none.</summary>
    public async Task<VerifiedReceipt?> VerifyAsync(string code) =>
        await db.Receipts.Where(r => r.Code == code).Select(r => new { r.Book, r.Number, r.Payment.PaidOn, r.Payment.Amount, Community = db.Communities.Where(c => c.Id == r.CommunityId).Select(c => c.Name).First(), Red = db.Receipts.Where(red => red.Payment.ReversesId == r.PaymentId).Select(red => Receipt.Format(red.Book, red.Number)).FirstOrDefault() })
            .AsNoTracking().FirstOrDefaultAsync() is { } found
            ? new VerifiedReceipt(Receipt.Format(found.Book, found.Number), db.Current.Name, found.Community, found.PaidOn, found.Amount, found.Red)
            : null;

    private async Task<TwinReceipt?> TwinAsync(Payment payment) => await db.Receipts
        .Where(r => payment.ReversesId == null ? r.Payment.ReversesId == payment.Id : r.PaymentId == payment.ReversesId)
        .Select(r => new TwinReceipt(r.PaymentId, Receipt.Format(r.Book, r.Number))).FirstOrDefaultAsync();

    private IQueryable<Payment> Filtered(PaymentFilter filter) => db.Payments.Where(p =>
        p.PaidOn >= filter.From && p.PaidOn <= filter.To
        && (filter.Method == null || p.Tenders.Any(t => t.Method == filter.Method))
        && (filter.CashierId == null || p.CashierId == filter.CashierId)
        && (filter.CommunityId == null || p.CommunityId == filter.CommunityId));
}
