using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>Decides lines that wait for a person.</summary>
public sealed class DecideDebitLine(DeskDbContext db, BookCollected book, TimeProvider clock)
{
    /// <summary>The bank did collect it: it is booked with the bank's day.</summary>
    /// <exception cref="RuleViolation">It is decided, the day is yet to come, or there is no reason.</exception>
    public async Task CollectedAsync(Guid lineId, DateOnly? bankDate, string? note) =>
        await book.RunAsync(await ActAsync(lineId, line => line.DecideCollected(bankDate, note, db.Acting(clock))));

    /// <summary>The bank did not collect it: its bills are free.</summary>
    public async Task FailedAsync(Guid lineId, string? reason) =>
        await book.SettleAsync(await ActAsync(lineId, line => line.DecideFailed(reason, db.Acting(clock))));

    /// <summary>Somebody saw that the money of bills that were paid meanwhile is in the purse.</summary>
    public Task CloseCaseAsync(Guid lineId, string? note) => ActAsync(lineId, line => line.CloseCase(note, db.Acting(clock)));

    private async Task<Guid> ActAsync(Guid lineId, Action<DebitLine> act)
    {
        var line = NotFoundException.Check(await db.DebitLines.Include(l => l.Batch).Include(l => l.Bills).FirstOrDefaultAsync(l => l.Id == lineId), lineId);
        act(line);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这一行刚被他人处理，请刷新后再试。");
        }

        return line.BatchId;
    }
}
