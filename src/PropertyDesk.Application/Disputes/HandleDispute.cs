using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Disputes;

/// <summary>Opens and ends owners' objections to bill lines.</summary>
public sealed class HandleDispute(DeskDbContext db, TimeProvider clock, RequestCorrection corrections)
{
    /// <exception cref="RuleViolation">The line has an open dispute already, is a draft, or was taken back.</exception>
    public async Task<Guid> OpenAsync(Guid billLineId, string? question)
    {
        var line = NotFoundException.Check(await db.BillLines.Include(l => l.Bill).FirstOrDefaultAsync(l => l.Id == billLineId), billLineId);
        var by = db.Acting(clock);
        var freeze = new LateFeeFreeze(line.Bill, line, FreezeReason.Dispute, null, by.Today, by.Name);
        var dispute = new Dispute(line.Bill, line, question, freeze, by);
        db.AddRange(freeze, dispute);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这一行已有一条处理中的异议。");
        }

        return dispute.Id;
    }

    /// <summary>The line is right; the answer tells why.</summary>
    public async Task AnswerAsync(Guid id, string? answer)
    {
        var dispute = await FindAsync(id);
        dispute.AnswerThatItStands(answer, db.Acting(clock));
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

    private async Task<Dispute> FindAsync(Guid id) =>
        NotFoundException.Check(await db.Disputes.Include(d => d.Freeze).FirstOrDefaultAsync(d => d.Id == id), id);
}
