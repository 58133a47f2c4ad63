using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Corrections;

/// <summary>Decides requests of others. Approving carries the correction out: all of it or nothing.</summary>
public sealed class DecideCorrection(DeskDbContext db, TimeProvider clock, ApprovalLimits limits, RedEntries redEntries, Reissues reissues, AnswerMessages answers)
{
    /// <exception cref="RuleViolation">Decided or lapsed, the own request, too high an amount, or the bill changed meanwhile.</exception>
    public async Task ApproveAsync(Guid requestId, string? note, CancellationToken cancel = default)
    {
        var community = await db.CorrectionRequests.Where(r => r.Id == requestId).Select(r => (Guid?)r.CommunityId).FirstOrDefaultAsync(cancel) ?? throw new NotFoundException(nameof(CorrectionRequest), requestId);
        await redEntries.PrepareAsync(community);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await redEntries.BeginAsync(community);
        var request = await FindAsync(requestId, cancel);
        await limits.RequireAsync(request.Amount);
        request.Approve(db.Acting(clock), note);
        try
        {
            await CarryOutAsync(request, cancel);
            if (await DisputeAsync(request) is { } dispute)
            {
                dispute.Corrected(db.Acting(clock));
                await answers.AboutAsync(dispute);
            }

            await db.SaveChangesAsync(cancel);
        }
        // Two people decided at once: one of them is told so, by the request's own version or by the key of what it made.
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("账单刚被他人更改，请刷新后再试。");
        }

        await transaction.CommitAsync(cancel);
    }

    public async Task RejectAsync(Guid requestId, string? note)
    {
        var request = await FindAsync(requestId, default);
        request.Reject(db.Acting(clock), note);
        (await DisputeAsync(request))?.Reopen();
        await SaveAsync();
    }

    /// <summary>Whoever asked takes the request back.</summary>
    public async Task WithdrawAsync(Guid requestId)
    {
        var request = await FindAsync(requestId, default);
        request.TakeBackRequest(db.Acting(clock));
        (await DisputeAsync(request))?.Reopen();
        await SaveAsync();
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这份申请刚被他人处理，请刷新后再看。");
        }
    }

    private Task<Dispute?> DisputeAsync(CorrectionRequest request) => db.Disputes.Include(d => d.Freeze).Include(d => d.Bill).Include(d => d.BillLine).FirstOrDefaultAsync(d => d.CorrectionRequestId == request.Id);

    private async Task<CorrectionRequest> FindAsync(Guid id, CancellationToken cancel) => NotFoundException.Check(
        await db.CorrectionRequests.Include(r => r.Lines).FirstOrDefaultAsync(r => r.Id == id, cancel), id);

    private async Task CarryOutAsync(CorrectionRequest request, CancellationToken cancel)
    {
        if (request.Kind == CorrectionKind.Waiver)
        {
            await WaiveAsync(request, cancel);
            return;
        }

        var reversed = await redEntries.CarryOutAsync(request, cancel);
        if (request.Reissue)
        {
            await reissues.IssueAsync(request, reversed, cancel);
        }
    }

    private async Task WaiveAsync(CorrectionRequest request, CancellationToken cancel)
    {
        await db.Bills.Where(b => b.Id == request.BillId).LockAsync(cancel);
        await db.RequireNotHeldAsync(db.Bills.Where(b => b.Id == request.BillId).Select(b => b.Id), cancel);
        var bill = await db.Bills.Include(b => b.Lines).SingleAsync(b => b.Id == request.BillId, cancel);
        var today = db.Current.Today(clock);
        var credits = new List<(BillCredit, BillLine)>();
        foreach (var part in request.Lines)
        {
            var line = bill.Lines.First(l => l.Id == part.BillLineId);
            if (line.Outstanding.IsZero)
            {
                throw new RuleViolation("{0} 在申请以后已经收清，没有可减的：请驳回；确实要让给业主的，冲销那笔收款，或为这一行申请红冲。", [line.ItemName]);
            }

            // Of a line that was paid in part meanwhile, what was asked for is let go as the amount that it was.
            var isLess = part.Share is { } asked && Money.Round(line.Outstanding.Yuan * asked) < part.Amount && part.Amount <= line.Outstanding;
            var share = isLess ? null : part.Share;
            Money? agreed = share is null ? part.Amount : null;
            var waived = CorrectionRequest.WaivedOf(line, share, agreed);
            if (waived != part.Amount)
            {
                throw new RuleViolation("{0} 待收已变，申请的比例现在是 {1}，申请时是 {2}：请驳回后按现在的金额重新申请。", [line.ItemName, waived, part.Amount]);
            }

            var credit = bill.Credit(line, BillCreditKind.Waiver, CalculatedLine.Of(new WaiverWorking(line.Outstanding, share, agreed)), request.Id, today);
            credits.Add((credit, line));
        }

        db.Add(LedgerPosting.Waiver(request, credits, today, clock.GetUtcNow()));
    }
}
