using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Channels;

/// <summary>Decides what becomes of money at a channel that could not be booked by itself.</summary>
public sealed class ChannelCases(DeskDbContext db, PaymentBooking booking, TimeProvider clock)
{
    /// <summary>Books it to an owner: open bills first, the rest is prepaid.</summary>
    /// <returns>The receipt's number.</returns>
    /// <exception cref="RuleViolation">It was decided already, is no money that came in, or its transaction is booked.</exception>
    public async Task<string> BookAsync(Guid caseId, Guid ownerId, string? note)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        await booking.PrepareAsync(owner.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var turn = await booking.BeginAsync(owner);
        var found = await FindAsync(caseId);
        found.RequireIncoming();
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(found.OccurredAt, db.Current.TimeZone).DateTime);
        var receipt = await booking.BookAsync(turn, found.Id, [new Tender(found.Kind.Method(), found.Amount, found.TransactionId)], [], day);
        found.Booked(receipt.Payment, note, db.Acting(clock));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这笔款项已经处理过了。");
        }

        await transaction.CommitAsync();
        return receipt.Display;
    }

    /// <summary>Ends it without booking, with a reason.</summary>
    public async Task CloseAsync(Guid caseId, string? note)
    {
        (await FindAsync(caseId)).Close(note, db.Acting(clock));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这笔款项已经处理过了。");
        }
    }

    private async Task<ChannelCase> FindAsync(Guid id) => NotFoundException.Check(await db.ChannelCases.FirstOrDefaultAsync(c => c.Id == id), id);
}
