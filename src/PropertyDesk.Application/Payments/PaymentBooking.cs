using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>
/// Books money that arrived, whatever its road: at the desk, through a channel, from a bank's file. Bills, purse, receipt
/// and ledger in the transaction of the caller, who saves. In this order: <see cref="PrepareAsync"/>, begin the transaction,
/// <see cref="BeginAsync"/>, <see cref="BookAsync"/>.
/// </summary>
/// <remarks>
/// No deadlock and no serialization failure to retry: everybody who moves money holds rows in one order — the channel's
/// order, the community's book of receipts, bills, purses, the book of purse documents, the shift — and the book is one row,
/// so that two of them in a community wait for each other there and nowhere behind it. What is held without the book (a run
/// and its drafts, a shift that is counted, the book of deposits) is held by who asks for the book afterwards or never, and
/// nobody who holds the book asks for it, but for the shift, which is the last. Read committed reads after the wait what the
/// other one committed. A new road for money begins with the book, too.
/// </remarks>
public sealed class PaymentBooking(DeskDbContext db, TimeProvider clock)
{
    private readonly ReceiptNumbers _numbers = new(db);

    /// <summary>Outside of any transaction: makes the community's receipt book where there is none yet.</summary>
    public Task PrepareAsync(Guid communityId) => _numbers.EnsureBookAsync(communityId);

    /// <summary>Keeps everybody else from booking in the community until the transaction ends, and takes no number.</summary>
    public Task HoldAsync(Guid communityId, CancellationToken cancel = default) => _numbers.HoldAsync(communityId, cancel);

    /// <summary>
    /// First of all in the transaction: from here on nobody else books in this community and nothing corrects these bills,
    /// so what is read is the last word.
    /// </summary>
    public async Task<BookingTurn> BeginAsync(Owner payer)
    {
        var number = await _numbers.TakeAsync(payer.CommunityId);
        var open = db.Bills.Open().Where(b => b.OwnerId == payer.Id);
        await open.LockAsync();
        var asked = db.Waivers(db.Current.Today(clock));
        var bills = await open.Select(b => new { Bill = b, b.Lines, IsHeld = db.DebitLineBills.Any(held => held.HeldBillId == b.Id), IsAsked = asked.Any(r => r.BillId == b.Id) }).ToListAsync();
        var ids = bills.Where(b => b.IsAsked).Select(b => (Guid?)b.Bill.Id).ToList();
        var lines = ids.Count == 0 ? [] : await asked.Where(r => ids.Contains(r.BillId)).SelectMany(r => r.Lines).Select(l => l.BillLineId).ToListAsync();
        return new BookingTurn(payer, number, [.. bills.Where(b => !b.IsHeld).Select(b => b.Bill)], [.. bills.Where(b => b.IsHeld).Select(b => b.Bill)], lines.ToHashSet());
    }

    /// <param name="requestId">Makes the booking unique.</param>
    /// <param name="chosen">
    /// Bills to pay first; none means the oldest due date first. What no bill needs goes into the purse. Bills that the bank
    /// is collecting are paid only where they are chosen: by the collection itself, and by money that is here already.
    /// </param>
    /// <param name="paidOn">Null for today.</param>
    /// <param name="into">All of it is prepaid into the purse of this class, and no bill is paid.</param>
    /// <param name="chosenOnly">No other bill is paid than those chosen.</param>
    /// <returns>The receipt, added and not yet saved.</returns>
    public async Task<Receipt> BookAsync(BookingTurn turn, Guid requestId, IReadOnlyList<Tender> tenders, IReadOnlyCollection<Guid> chosen, DateOnly? paidOn = null, PurseClass? into = null, bool chosenOnly = false)
    {
        var now = clock.GetUtcNow();
        var payment = new Payment(turn.Payer, tenders, requestId, paidOn ?? db.Current.Today(clock));
        payment.SignedBy(db.Current.UserId, db.Current.UserName, now);
        var rest = into is null ? await AllocateAsync(payment, turn, chosen, chosenOnly) : payment.Amount;
        await MovePurseAsync(payment, rest, into ?? PurseClass.General, now);
        var receipt = new Receipt(payment, ReceiptBook.Standard, turn.Number, now);
        db.AddRange(payment, receipt, LedgerPosting.PaymentReceived(payment, await db.BookedDayAsync(payment.PaidOn, db.Current.Today(clock)), now));
        return receipt;
    }

    private async Task<Money> AllocateAsync(Payment payment, BookingTurn turn, IReadOnlyCollection<Guid> chosen, bool chosenOnly)
    {
        var open = turn.For(chosen, chosenOnly).SelectMany(bill => bill.Lines.Where(line => line.Outstanding > Money.Zero).OrderBy(line => line.Position).Select(line => (Bill: bill, Line: line))).ToList();
        var order = open.Exists(o => o.Line.IsLateFee) ? await db.Communities.Where(c => c.Id == payment.CommunityId).Select(c => c.LateFeeOrder).SingleAsync() : LateFeeOrder.PrincipalFirst;
        var plan = AllocationOrder.Plan(
            payment.Amount,
            open.ConvertAll(o =>
            {
                var of = order == LateFeeOrder.LateFeeFirstBillByBill ? turn.BillOf(o.Line) ?? o.Bill : o.Bill;
                return new OpenLine(of.Number, of.DueOn!.Value, o.Line.Priority, o.Line.Outstanding, chosen.Contains(o.Bill.Id), o.Line.IsLateFee, turn.MayBeWaived.Contains(o.Line.Id));
            }),
            order);
        foreach (var ((bill, line), amount) in open.Zip(plan.Applied).Where(part => !part.Second.IsZero))
        {
            payment.Apply(bill, line, amount);
        }

        return plan.Left;
    }

    private async Task MovePurseAsync(Payment payment, Money rest, PurseClass into, DateTimeOffset now)
    {
        var used = Money.Sum(payment.Tenders.Where(t => t.Method == PaymentMethod.Purse).Select(t => t.Amount));
        if (!used.IsZero)
        {
            db.Add((await db.PurseOfAsync(payment.Owner, PurseClass.General)).Move(PurseEntryKind.Tendered, -used, payment.Id, payment.PaidOn, now));
        }

        if (!rest.IsZero)
        {
            db.Add(payment.Keep(await db.PurseOfAsync(payment.Owner, into), rest, now));
        }
    }
}

/// <summary>A payer's turn at the books: the receipt's number, and the open bills as nobody else can change them now.</summary>
/// <param name="Bills">Those that may be paid.</param>
/// <param name="Held">Those that the bank is asked to collect.</param>
/// <param name="MayBeWaived">Lines of which a waiver was asked for and is not decided.</param>
public sealed record BookingTurn(Owner Payer, int Number, IReadOnlyList<Bill> Bills, IReadOnlyList<Bill> Held, IReadOnlySet<Guid> MayBeWaived)
{
    public Money Owed => Money.Sum(Bills.Select(b => b.Outstanding));

    /// <summary>The open bill that earned a late fee, which is charged on a bill of its own; null of other lines.</summary>
    internal Bill? BillOf(BillLine line) => line.IsLateFee ? Bills.Concat(Held).FirstOrDefault(b => b.Id == line.SourceId) : null;

    /// <summary>Which of the bills are open, held or not.</summary>
    public bool Has(Guid billId) => Bills.Concat(Held).Any(b => b.Id == billId);

    internal IReadOnlyList<Bill> For(IReadOnlyCollection<Guid> chosen, bool chosenOnly) =>
        [.. Bills.Where(b => !chosenOnly || chosen.Contains(b.Id)), .. Held.Where(b => chosen.Contains(b.Id))];
}
