using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Dunning;

/// <summary>What came of a talk with an owner.</summary>
/// <param name="RequestId">Of the form: the same one is the same talk.</param>
/// <param name="Bills">The bills that the reason and the promise are about.</param>
/// <param name="PromiseAmount">Null: everything that is open of these bills.</param>
public sealed record ContactReport(
    Guid RequestId, CallOutcome Outcome, IReadOnlyCollection<Guid> Bills, ArrearsReason? Reason = null, string? ReasonText = null,
    Money? PromiseAmount = null, DateOnly? PromiseUntil = null, DateOnly? Again = null, string? Note = null);

/// <summary>Records talks with owners about what is open: on the call list, at the counter, at the door.</summary>
public sealed class RecordContact(DeskDbContext db, DunningLadders ladders, TimeProvider clock)
{
    /// <summary>Days until somebody calls again whom nobody reached.</summary>
    private const int NextTry = 1;

    private const int AfterWrongNumber = 3;

    /// <exception cref="RuleViolation">Something is missing or cannot be, or somebody else has the owner on the phone.</exception>
    /// <exception cref="NotFoundException">The owner, or a bill among the owner's open ones, is not here.</exception>
    public async Task RunAsync(Guid ownerId, ContactReport report)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        if (await db.DunningCalls.AnyAsync(c => c.RequestId == report.RequestId))
        {
            return;
        }

        var by = db.Acting(clock);
        var bills = await BillsAsync(ownerId, report);
        var contact = await db.DunningContacts.FirstOrDefaultAsync(c => c.OwnerId == ownerId && c.Kind == DunningKind.Call && c.Slot != null);
        contact?.Claim(by.Id ?? Guid.Empty, by.Name, by.At);
        var again = AgainOf(report, by.Today);
        db.Add(new DunningCall(owner, contact, report.RequestId, report.Outcome, again, report.Note, by));
        if (report.Reason is { } reason)
        {
            db.AddRange(bills.Select(b => new ArrearsNote(b, reason, report.ReasonText, by)));
        }

        if (report.Outcome == CallOutcome.Promised)
        {
            await PromiseAsync(owner, bills, report, by);
        }

        GoOn(owner, contact, again, by);
        await SaveAsync();
        await transaction.CommitAsync();
    }

    private async Task<List<Bill>> BillsAsync(Guid ownerId, ContactReport report)
    {
        var ids = report.Bills.Distinct().ToList();
        var bills = await db.Bills.Open().Where(b => b.OwnerId == ownerId && ids.Contains(b.Id)).ToListAsync();
        if (bills.Count < ids.Count)
        {
            // Paid while they talked, or never the owner's.
            throw await db.Bills.Published().CountAsync(b => b.OwnerId == ownerId && ids.Contains(b.Id)) == ids.Count
                ? new RuleViolation("有账单刚刚缴清，请核对后再登记。", field: "Bills")
                : new NotFoundException(nameof(Bill));
        }

        return bills.Count == 0 && (report.Reason is not null || report.Outcome == CallOutcome.Promised)
            ? throw new RuleViolation("请至少选一张账单。", field: "Bills")
            : bills;
    }

    private async Task PromiseAsync(Owner owner, List<Bill> bills, ContactReport report, Requester by)
    {
        var until = report.PromiseUntil ?? throw new RuleViolation("请填写承诺付款的日期。", field: "PromiseUntil");
        var ids = bills.ConvertAll(b => b.Id);
        foreach (var before in await db.PaymentPromises.Include(p => p.Bills).Where(p => p.State == PromiseState.Open && p.Bills.Any(b => b.OpenBillId != null && ids.Contains(b.OpenBillId.Value))).ToListAsync())
        {
            before.Withdraw(by.At);
        }

        // The bills are free before they are promised anew.
        var ladder = await ladders.OfAsync(owner.CommunityId);
        var promise = new PaymentPromise(owner, bills, report.PromiseAmount ?? Money.Sum(bills.Select(b => b.Outstanding)), until, ladder.PromiseDays, report.Note, by);
        await db.SaveChangesAsync();
        db.Add(promise);
    }

    private static DateOnly? AgainOf(ContactReport report, DateOnly today) => report.Outcome switch
    {
        CallOutcome.NoAnswer => report.Again ?? today.AddDays(NextTry),
        CallOutcome.WrongNumber => report.Again ?? today.AddDays(AfterWrongNumber),
        CallOutcome.CallBack => report.Again,
        _ => null,
    };

    private void GoOn(Owner owner, DunningContact? contact, DateOnly? again, Requester by)
    {
        if (again is { } day)
        {
            (contact ?? db.Add(new DunningContact(owner, DunningKind.Call, by.Today)).Entity).CallAgain(day);
        }
        else
        {
            contact?.Close();
        }
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人登记，请刷新后再看。");
        }
    }
}
