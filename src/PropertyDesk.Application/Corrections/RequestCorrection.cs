using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Corrections;

/// <summary>A part of a line that somebody asks to waive: a share such as 0.30, or an amount.</summary>
public sealed record WaivedPart(Guid LineId, decimal? Share, Money? Amount);

/// <summary>Asks for a waiver or a red entry. Nothing about money changes until another person approves.</summary>
public sealed class RequestCorrection(DeskDbContext db, TimeProvider clock, Attachments attachments)
{
    /// <exception cref="RuleViolation">Nothing chosen, more than is open, a draft, or lines that another request is about.</exception>
    public async Task<Guid> WaiveAsync(Guid billId, IReadOnlyCollection<WaivedPart> parts, CorrectionGrounds grounds, NewFile? paper = null)
    {
        await using var transaction = await BeginAsync();
        var bill = await BillAsync(billId);
        await RefuseSecondAsync(parts.Select(p => p.LineId));
        return await SaveAsync(transaction, CorrectionRequest.Waive(bill, [.. parts.Select(p => (LineOf(bill, p.LineId), p.Share, p.Amount))], grounds, db.Acting(clock)), paper);
    }

    /// <exception cref="RuleViolation">Nothing chosen, a draft, taken back already, or only one side of a line that was set against another.</exception>
    public async Task<Guid> TakeBackAsync(Guid billId, IReadOnlyCollection<Guid> lineIds, CorrectionGrounds grounds, NewFile? paper = null)
    {
        await using var transaction = await BeginAsync();
        var bill = await BillAsync(billId);
        await RefuseSecondAsync(lineIds);
        RefuseHalfAnOffset(bill, lineIds);
        return await SaveAsync(transaction, CorrectionRequest.TakeBack(bill, [.. lineIds.Distinct().Select(id => LineOf(bill, id))], grounds, db.Acting(clock)), paper);
    }

    /// <summary>Asks to take back every published bill of a run.</summary>
    public async Task<Guid> WithdrawRunAsync(Guid runId, CorrectionGrounds grounds, NewFile? paper = null)
    {
        await using var transaction = await BeginAsync();
        await db.BillRuns.Where(r => r.Id == runId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version));
        var run = NotFoundException.Check(await db.BillRuns.FirstOrDefaultAsync(r => r.Id == runId), runId);
        if (await db.CorrectionRequests.AnyAsync(r => r.BillRunId == runId && r.BillId == null && r.State == CorrectionState.Requested))
        {
            throw new RuleViolation("这批账单已有一份待审批的撤回申请。");
        }

        var amount = await db.BillLines.Where(l => l.Bill.BillRunId == runId && l.Bill.IssuedOn != null && l.ReversedById == null).SumAsync(l => l.Amount.Fen - l.Credited.Fen);
        return amount == 0
            ? throw new RuleViolation("没有可以撤回的账单。")
            : await SaveAsync(transaction, CorrectionRequest.Withdraw(run, new Money(amount), grounds, db.Acting(clock)), paper);
    }

    private static BillLine LineOf(Bill bill, Guid lineId) => NotFoundException.Check(bill.Lines.FirstOrDefault(l => l.Id == lineId), lineId);

    // A credit that was used up on this bill would be lost if only one side of it were taken back.
    private static void RefuseHalfAnOffset(Bill bill, IReadOnlyCollection<Guid> lineIds)
    {
        var tied = bill.Credits.Where(c => c.Kind == BillCreditKind.Offset).Select(c => c.BillLineId).ToHashSet();
        if (tied.Overlaps(lineIds) && !tied.IsSubsetOf(lineIds))
        {
            var names = bill.Lines.Where(l => tied.Contains(l.Id)).Select(l => l.ItemName).Distinct();
            throw new RuleViolation("{0} 互相抵扣过，请一起红冲。", [string.Join("、", names)], "Lines");
        }
    }

    // Null inside the transaction of a caller, such as the end of a dispute, who commits.
    private async Task<IDbContextTransaction?> BeginAsync() => db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;

    // Held, so that the same form sent twice finds the first request and not a moment before it.
    private async Task<Bill> BillAsync(Guid billId)
    {
        await db.Bills.Where(b => b.Id == billId).LockAsync();
        return NotFoundException.Check(
            await db.Bills.Include(b => b.Lines).Include(b => b.Credits).AsSplitQuery().FirstOrDefaultAsync(b => b.Id == billId), billId);
    }

    private async Task RefuseSecondAsync(IEnumerable<Guid> lineIds)
    {
        var today = db.Current.Today(clock);
        if (await db.Undecided(today).AnyAsync(r => r.Lines.Any(l => lineIds.Contains(l.BillLineId))))
        {
            throw new RuleViolation("其中有的行已有一份待审批的申请。", field: "Lines");
        }
    }

    private async Task<Guid> SaveAsync(IDbContextTransaction? transaction, CorrectionRequest request, NewFile? paper)
    {
        db.Add(request);
        if (paper is not null)
        {
            request.Attach(await attachments.AddAsync(request.CommunityId, paper));
        }

        await db.SaveChangesAsync();
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return request.Id;
    }
}
