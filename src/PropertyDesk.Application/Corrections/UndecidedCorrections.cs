using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Application.Corrections;

internal static class UndecidedCorrections
{
    /// <summary>Requests that can still be decided.</summary>
    public static IQueryable<CorrectionRequest> Undecided(this DeskDbContext db, DateOnly today) => db.CorrectionRequests.Where(r => r.State == CorrectionState.Requested && r.ExpiresOn >= today);

    /// <summary>Waivers that can still be granted.</summary>
    public static IQueryable<CorrectionRequest> Waivers(this DeskDbContext db, DateOnly today) => db.Undecided(today).Where(r => r.Kind == CorrectionKind.Waiver);
}
