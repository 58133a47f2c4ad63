using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Owners;

internal static class OwnersInUse
{
    /// <summary>Without the records that were merged into others: those are only looked up.</summary>
    public static IQueryable<Owner> InUse(this IQueryable<Owner> owners) => owners.Where(o => o.MergedIntoId == null);
}
