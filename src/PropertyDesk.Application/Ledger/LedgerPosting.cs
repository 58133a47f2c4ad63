using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Ledger;

/// <summary>What goes from one owner record to another.</summary>
/// <param name="Bills">Open amounts.</param>
/// <param name="Prepaid">Of all purses.</param>
/// <param name="Held">Of all deposits.</param>
public sealed record OwnerMoney(IReadOnlyCollection<(Guid BillId, Money Amount)> Bills, Money Prepaid, Money Held)
{
    public bool IsNothing => Bills.All(b => b.Amount.IsZero) && Prepaid.IsZero && Held.IsZero;
}

/// <summary>
/// Which accounts a money event moves, in one place (rules of the money, section 6). Debits are positive, credits negative.
/// The caller adds the entry to the same save as the event itself.
/// </summary>
public static class LedgerPosting
{
    /// <summary>
    /// A published bill: the payer owes the total; what was collected for others is owed to them, the rest is income without
    /// VAT and the VAT itself.
    /// </summary>
    /// <param name="lines">The bill's lines; they need not be loaded into the bill.</param>
    /// <param name="credits">What came off the lines in the draft: vacancy, discounts.</param>
    public static JournalEntry BillPublished(
        Bill bill, IReadOnlyCollection<BillLine> lines, IReadOnlyCollection<BillCredit> credits, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(bill, JournalKind.BillPublished, date, now, Sum(
            lines.SelectMany(line => Gross(line)).Append(new Posting(Account.Receivable, bill.Total, bill.OwnerId, bill.Id))
                .Concat(credits.SelectMany(credit => Waived(credit, lines.First(line => line.Id == credit.BillLineId))))));

    /// <summary>A waiver that was decided after the bill: the receivable goes down, and what was income with it.</summary>
    public static JournalEntry Waiver(CommunityOwned document, IEnumerable<(BillCredit Credit, BillLine Line)> credits, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(document, JournalKind.Waived, date, now, Sum(credits.SelectMany(c => Waived(c.Credit, c.Line))));

    /// <summary>Lines taken back by a red entry: the exact opposite of how they were posted.</summary>
    public static JournalEntry RedEntry(CommunityOwned document, IEnumerable<(BillCredit Credit, BillLine Line)> credits, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(document, JournalKind.RedEntry, date, now, Sum(credits.SelectMany(c => TakenBack(c.Credit, c.Line))));

    /// <summary>A movement of an owner's purse against the receivable of bills.</summary>
    /// <param name="allocations">Positive where the purse paid a line, negative where money went back to the purse.</param>
    public static JournalEntry PurseMoved(PurseEntry entry, IEnumerable<Allocation> allocations, DateTimeOffset now) =>
        JournalEntry.Post(entry, JournalKind.PurseMoved, entry.On, now,
        [
            new Posting(Account.Prepayment, -entry.Amount, entry.OwnerId),
            .. allocations.GroupBy(a => a.BillId).Select(bill => new Posting(Account.Receivable, -Money.Sum(bill.Select(a => a.Amount)), entry.OwnerId, bill.Key)),
        ]);

    /// <summary>Prepaid money that changes its class: owed to the same owner as before, and the journal tells of it.</summary>
    public static JournalEntry PurseReleased(PurseRelease release, DateOnly date, DateTimeOffset now) => JournalEntry.Post(release, JournalKind.PurseReleased, date, now,
        [new Posting(Account.Prepayment, release.Amount, release.OwnerId), new Posting(Account.Prepayment, -release.Amount, release.OwnerId)]);

    /// <summary>
    /// What one record of a person owes and is owed becomes another record's: the same accounts, other names. Amounts are of
    /// the debit side for bills, of the credit side for what is prepaid or held.
    /// </summary>
    public static JournalEntry OwnersMoved(CommunityOwned merge, JournalKind kind, Guid from, Guid to, OwnerMoney money, DateOnly date, DateTimeOffset now) => JournalEntry.Post(merge, kind, date, now,
    [
        .. money.Bills.SelectMany(b => new[] { new Posting(Account.Receivable, b.Amount, to, b.BillId), new Posting(Account.Receivable, -b.Amount, from, b.BillId) }),
        new Posting(Account.Prepayment, money.Prepaid, from), new Posting(Account.Prepayment, -money.Prepaid, to),
        new Posting(Account.DepositHeld, money.Held, from), new Posting(Account.DepositHeld, -money.Held, to),
    ]);

    /// <summary>
    /// A payment: each tender's account receives its part, each bill's receivable goes down by its own, the rest is prepaid.
    /// Money that goes back has its amounts below zero and moves the same accounts the other way.
    /// </summary>
    public static JournalEntry PaymentReceived(Payment payment, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(payment, payment.Amount > Money.Zero ? JournalKind.PaymentReceived : JournalKind.PaymentReturned, date, now, Sum(
            payment.Tenders.Select(t => new Posting(AccountOf(t.Method), t.Amount, t.Method == PaymentMethod.Purse ? payment.OwnerId : null))
                .Concat(payment.Allocations.Select(a => new Posting(Account.Receivable, -a.Amount, payment.OwnerId, a.BillId)))
                .Append(new Posting(Account.Prepayment, -payment.Prepaid, payment.OwnerId))));

    /// <summary>Cash taken to the bank.</summary>
    public static JournalEntry CashDeposited(BankDeposit deposit, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(deposit, JournalKind.CashDeposited, date, now, [new Posting(Account.Bank, deposit.Amount), new Posting(Account.Cash, -deposit.Amount)]);

    /// <summary>A till that held more or less than it should: the books follow the cash.</summary>
    public static JournalEntry TillDiffers(Shift shift, DateOnly date, DateTimeOffset now) =>
        JournalEntry.Post(shift, JournalKind.TillDiffers, date, now, [new Posting(Account.Cash, shift.Difference), new Posting(Account.TillDifference, -shift.Difference)]);

    /// <summary>A channel's money that reached the bank, less the fee that the channel kept.</summary>
    public static JournalEntry ChannelSettled(Settlement settlement, DateOnly date, DateTimeOffset now) => JournalEntry.Post(settlement, JournalKind.ChannelSettled, date, now,
        [new Posting(Account.Bank, settlement.Net), new Posting(Account.ChannelFee, settlement.Fee), new Posting(Account.ChannelClearing, -settlement.Gross)]);

    /// <summary>What a statement says more or less than was booked: the money follows the statement.</summary>
    public static JournalEntry DifferencePosted(DifferencePosting posting, DateOnly date, DateTimeOffset now) => JournalEntry.Post(posting, JournalKind.DifferencePosted, date, now,
        [new Posting(posting.Against, posting.Amount), new Posting(posting.Account, -posting.Amount)]);

    /// <summary>The same the other way round: a payment that took its place is booked beside it.</summary>
    public static JournalEntry DifferenceReleased(DifferencePosting posting, DateOnly date, DateTimeOffset now) => JournalEntry.Post(posting, JournalKind.DifferenceReleased, date, now,
        [new Posting(posting.Account, posting.Amount), new Posting(posting.Against, -posting.Amount)]);

    /// <summary>A deposit: owed to the payer until it is given back, or deducted and income from then on.</summary>
    public static JournalEntry DepositMoved(DepositEntry entry, Guid ownerId) => JournalEntry.Post(entry, JournalKind.DepositMoved, entry.On, entry.At,
    [
        new Posting(entry.Method is { } method ? AccountOf(method) : Account.Income, entry.Amount),
        new Posting(Account.DepositHeld, -entry.Amount, ownerId),
    ]);

    private static Account AccountOf(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => Account.Cash,
        PaymentMethod.BankTransfer or PaymentMethod.DirectDebit => Account.Bank,
        PaymentMethod.Purse => Account.Prepayment,
        _ => Account.ChannelClearing,
    };

    private static IEnumerable<Posting> Gross(BillLine line) => line switch
    {
        { OnBehalf: true } => [new Posting(Account.AgencyPayable, -line.Amount)],
        { IsLateFee: true } => [new Posting(Account.LateFeeIncome, -line.Net), new Posting(Account.TaxPayable, line.Net - line.Amount)],
        _ => [new Posting(Account.Income, -line.Net), new Posting(Account.TaxPayable, line.Net - line.Amount)],
    };

    // What is waived of a charge that belongs to others is still owed to them: the company bears it.
    private static IEnumerable<Posting> Waived(BillCredit credit, BillLine line) => credit.Kind == BillCreditKind.Offset
        ? []
        :
        [
            new Posting(Account.Receivable, -credit.Amount, credit.OwnerId, credit.BillId),
            .. line.OnBehalf
                ? [new Posting(Account.Waiver, credit.Amount)]
                : new[] { new Posting(Account.Waiver, credit.Net), new Posting(Account.TaxPayable, credit.Amount - credit.Net) },
        ];

    private static IEnumerable<Posting> TakenBack(BillCredit credit, BillLine line) =>
    [
        new Posting(Account.Receivable, -credit.Amount, credit.OwnerId, credit.BillId),
        .. line switch
        {
            { OnBehalf: true } => [new Posting(Account.AgencyPayable, credit.Amount)],
            { IsLateFee: true } => [new Posting(Account.LateFeeIncome, credit.Net), new Posting(Account.TaxPayable, credit.Amount - credit.Net)],
            _ => new[] { new Posting(Account.Income, credit.Net), new Posting(Account.TaxPayable, credit.Amount - credit.Net) },
        },
    ];

    /// <summary>One line for each account, owner and bill.</summary>
    private static IEnumerable<Posting> Sum(IEnumerable<Posting> postings) =>
        postings.GroupBy(p => (p.Account, p.OwnerId, p.BillId)).Select(g => new Posting(g.Key.Account, Money.Sum(g.Select(p => p.Amount)), g.Key.OwnerId, g.Key.BillId));
}
