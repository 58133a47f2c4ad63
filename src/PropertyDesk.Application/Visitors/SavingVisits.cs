using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Visitors;

namespace PropertyDesk.Application.Visitors;

/// <summary>Saves a visit once, however often its form was sent.</summary>
public sealed class SavingVisits(DeskDbContext db)
{
    public Task<Guid?> FoundAsync(Guid requestId) => db.Visits.Where(v => v.RequestId == requestId).Select(v => (Guid?)v.Id).FirstOrDefaultAsync();

    public async Task<Guid> AddAsync(Visit visit)
    {
        db.Add(visit);
        try
        {
            await db.SaveChangesAsync();
            return visit.Id;
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await FoundAsync(visit.RequestId) ?? throw new InvalidOperationException("A visit that exists is not found.", error);
        }
    }
}
