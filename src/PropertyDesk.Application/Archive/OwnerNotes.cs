using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>What the desk keeps in mind about owners.</summary>
public sealed class OwnerNotes(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Pinned ones first, then the newest; struck ones among them.</summary>
    public Task<List<OwnerNote>> OfAsync(Guid ownerId) =>
        db.OwnerNotes.AsNoTracking().Where(n => n.OwnerId == ownerId).OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.At).ToListAsync();

    /// <returns>The note, or the one that an earlier sending of the form made.</returns>
    /// <exception cref="RuleViolation">It says nothing.</exception>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public async Task<Guid> AddAsync(Guid ownerId, Guid requestId, string? text, bool isPinned)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        return await db.SaveOnceAsync(new OwnerNote(owner, text, isPinned, requestId, db.Acting(clock)), n => n.RequestId == requestId);
    }

    /// <exception cref="RuleViolation">It is struck already, or no reason is given.</exception>
    public async Task StrikeAsync(Guid ownerId, Guid id, string? because)
    {
        (await FindAsync(ownerId, id)).Strike(because, db.Acting(clock));
        await db.SaveChangesAsync();
    }

    public async Task PinAsync(Guid ownerId, Guid id, bool isPinned)
    {
        (await FindAsync(ownerId, id)).Pin(isPinned);
        await db.SaveChangesAsync();
    }

    private async Task<OwnerNote> FindAsync(Guid ownerId, Guid id) => NotFoundException.Check(await db.OwnerNotes.FirstOrDefaultAsync(n => n.Id == id && n.OwnerId == ownerId), id);
}
