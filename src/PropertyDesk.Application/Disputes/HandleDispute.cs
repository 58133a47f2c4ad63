using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Disputes;

/// <summary>Opens and ends owners' objections to bill lines.</summary>
public sealed class HandleDispute(DeskDbContext db, TimeProvider clock, RequestCorrection corrections, AnswerMessages answers)
{
    /// <exception cref="RuleViolation">The line has an open dispute already, is a draft, or was taken back.</exception>
    public async Task<Guid> OpenAsync(Guid billLineId, string? question)
    {
        var line = NotFoundException.Check(await db.BillLines.Include(l => l.Bill).FirstOrDefaultAsync(l => l.Id == billLineId), billLineId);
        return await OpenAsync(line, question, db.Acting(clock), byPortal: false);
    }

    /// <summary>The owner asks on the portal, about an own bill only; the family may where the owner lets them act.</summary>
    /// <exception cref="NotFoundException">There is no such line, or it is of somebody else's bill or of a draft.</exception>
    /// <exception cref="RuleViolation">The line has an open question already, or was taken back.</exception>
    public async Task<Guid> AskAsync(Guid billLineId, string? question)
    {
        var line = NotFoundException.Check(
            await db.BillLines.Include(l => l.Bill).FirstOrDefaultAsync(l => l.Id == billLineId && l.Bill.IssuedOn != null && db.Current.ActsForOwnerIds.Contains(l.Bill.OwnerId)), billLineId);
        var by = db.Acting(clock);
        return await OpenAsync(line, question, db.Current.IsOwnerIds.Contains(line.Bill.OwnerId) ? by with { Name = line.Bill.OwnerName } : by, byPortal: true);
    }

    /// <summary>The line is right; the answer tells why, and the owner is told that there is one.</summary>
    public async Task AnswerAsync(Guid id, string? answer)
    {
        var dispute = await FindAsync(id);
        dispute.AnswerThatItStands(answer, db.Acting(clock));
        await answers.AboutAsync(dispute);
        await db.SaveChangesAsync();
    }

    /// <summary>The line is wrong: asks for a red entry and a bill anew for just this line; another person approves.</summary>
    /// <returns>The request.</returns>
    public async Task<Guid> CorrectAsync(Guid id, string? answer, bool reissue)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var dispute = await FindAsync(id);
        var requestId = await corrections.TakeBackAsync(dispute.BillId, [dispute.BillLineId], new CorrectionGrounds(CorrectionReason.DisputeUpheld, answer, reissue));
        dispute.Correct(await db.CorrectionRequests.SingleAsync(r => r.Id == requestId), answer);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return requestId;
    }

    private async Task<Guid> OpenAsync(BillLine line, string? question, Requester by, bool byPortal)
    {
        var freeze = new LateFeeFreeze(line.Bill, line, FreezeReason.Dispute, null, by.Today, by.Name);
        var dispute = new Dispute(line.Bill, line, question, freeze, by, byPortal);
        db.AddRange(freeze, dispute);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这一行已有一条处理中的异议。", field: "Question");
        }

        return dispute.Id;
    }

    private async Task<Dispute> FindAsync(Guid id) =>
        NotFoundException.Check(await db.Disputes.Include(d => d.Freeze).Include(d => d.Bill).Include(d => d.BillLine).FirstOrDefaultAsync(d => d.Id == id), id);
}
