using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>
/// Takes money from an owner: allocation, receipt and ledger entry in one transaction (rules of the money, section 5).
/// </summary>
public sealed class TakePayment(DeskDbContext db, TimeProvider clock)
{
    private const string AlreadyPaid = "该账单已收款，请勿重复收取。";

    private readonly ReceiptNumbers _numbers = new(db);

    /// <returns>The receipt; for a request id that was booked before, the receipt of then.</returns>
    /// <exception cref="RuleViolation">The debt changed since the page was shown, or the amount exceeds it.</exception>
    public async Task<PaymentTaken> RunAsync(PaymentRequest request)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == request.OwnerId), request.OwnerId);
        await _numbers.EnsureBookAsync(owner.CommunityId);
        try
        {
            return await BookAsync(request, owner);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation(AlreadyPaid);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await FindEarlierAsync(request) ?? throw new InvalidOperationException("A key of the booking was taken, but not by this request.", error);
        }
    }

    private async Task<PaymentTaken> BookAsync(PaymentRequest request, Owner owner)
    {
        var transaction = await db.Database.BeginTransactionAsync();
        await using (transaction)
        {
            // First of all: from here on no other clerk books in this community, so what is read below is the last word.
            var number = await _numbers.TakeAsync(owner.CommunityId);
            if (await FindEarlierAsync(request) is { } earlier)
            {
                return earlier;
            }

            var receipt = await AddAsync(request, owner, number);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return new PaymentTaken(receipt.PaymentId, receipt.Id, receipt.Display);
        }
    }

    private async Task<Receipt> AddAsync(PaymentRequest request, Owner owner, int number)
    {
        await db.Bills.Open().Where(b => b.OwnerId == owner.Id).LockAsync();
        var bills = await db.Bills.Open().Include(b => b.Lines).Where(b => b.OwnerId == owner.Id).ToListAsync();
        Check(request, bills);
        var now = clock.GetUtcNow();
        var payment = new Payment(owner, request.Amount, request.Method, request.Reference, request.RequestId, db.Current.Today(clock));
        payment.SignedBy(db.Current.UserId, db.Current.UserName, now);
        Allocate(payment, bills, request.BillIds);
        var receipt = new Receipt(payment, ReceiptBook.Standard, number, now);
        db.AddRange(payment, receipt, LedgerPosting.PaymentReceived(payment, now));
        return receipt;
    }

    private static void Check(PaymentRequest request, List<Bill> bills)
    {
        var total = Money.Sum(bills.Select(b => b.Outstanding));
        var chosenIsGone = request.BillIds.Count > 0 && request.BillIds.Any(id => bills.TrueForAll(b => b.Id != id));
        if (total.IsZero || chosenIsGone)
        {
            throw new RuleViolation(AlreadyPaid);
        }

        if (total != request.SeenTotal)
        {
            throw new RuleViolation("该业主的待收金额已由 {0} 变为 {1}：别人刚收过款或发布了新账单，请核对后再收。", [request.SeenTotal, total]);
        }

        if (request.Amount > total)
        {
            throw new RuleViolation("收款金额 {0} 超过待收金额 {1}。", [request.Amount, total], "Amount");
        }
    }

    private static void Allocate(Payment payment, List<Bill> bills, IReadOnlyCollection<Guid> chosen)
    {
        var open = bills.SelectMany(bill => bill.Lines.Where(line => line.Outstanding > Money.Zero).OrderBy(line => line.Position).Select(line => (Bill: bill, Line: line))).ToList();
        var plan = AllocationOrder.Plan(payment.Amount, open.ConvertAll(o => new OpenLine(
            o.Bill.Number, o.Bill.DueOn!.Value, o.Line.Priority, o.Line.Outstanding, chosen.Contains(o.Bill.Id), IsLateFee: o.Line.ChargeAssignmentId is null)));
        foreach (var ((bill, line), amount) in open.Zip(plan.Applied).Where(part => !part.Second.IsZero))
        {
            payment.Apply(bill, line, amount);
        }
    }

    private async Task<PaymentTaken?> FindEarlierAsync(PaymentRequest request)
    {
        var receipt = await db.Receipts.Include(r => r.Payment).ThenInclude(p => p.Allocations)
            .FirstOrDefaultAsync(r => r.Payment.RequestId == request.RequestId);
        return receipt is null ? null : SameRequest.Check(request, receipt);
    }
}
