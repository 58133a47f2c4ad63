using PropertyDesk.Application.Owners;

namespace PropertyDesk.Application.Communities;

/// <summary>What happened to a unit, and who rents it or pays less in it.</summary>
public sealed record UnitLife(IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<LeaseRow> Leases, IReadOnlyList<VacancyRow> Vacancies);

/// <summary>Reads the dated facts about a unit.</summary>
public sealed class UnitLifeQuery(UnitTimeline timeline, LeaseQueries leases, VacancyQueries vacancies)
{
    public async Task<UnitLife> FindAsync(Guid unitId) =>
        new(await timeline.FindAsync(unitId), await leases.OfUnitAsync(unitId), await vacancies.OfUnitAsync(unitId));
}
