using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>A request for vacancy relief as pages show it.</summary>
/// <param name="Rate">What the vacant unit still pays.</param>
/// <param name="IsOwn">Asked for by whoever reads it, who may not approve it.</param>
public sealed record VacancyRow(
    Guid Id, Guid UnitId, string Unit, string Owners, DateOnly From, DateOnly? To, decimal Rate, string Reason, VacancyState State,
    string RequestedBy, DateTimeOffset RequestedAt, string? DecidedBy, string? DecisionNote, bool IsOwn);

/// <summary>Whether vacancy reduces a charge.</summary>
/// <param name="IsRelieved">As chosen; as usual where nobody chose.</param>
public sealed record RelievedItem(Guid Id, string Community, string Name, bool IsRelieved);

/// <summary>Reads requests for vacancy relief.</summary>
public sealed class VacancyQueries(DeskDbContext db, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly ChargeMethod[] ByTheDay = [.. Enum.GetValues<ChargeMethod>().Where(method => method.CanBillMonthsTogether())];

    /// <exception cref="NotFoundException">There is no such request here.</exception>
    public async Task<VacancyRow> FindAsync(Guid id) => NotFoundException.Check(await RowsAsync(v => v.Id == id) is [var row] ? row : null, id);

    public Task<IReadOnlyList<VacancyRow>> OfUnitAsync(Guid unitId) => RowsAsync(v => v.UnitId == unitId);

    /// <summary>What waits for a decision, the oldest first.</summary>
    public async Task<IReadOnlyList<VacancyRow>> PendingAsync() =>
        [.. (await RowsAsync(v => v.State == VacancyState.Requested)).OrderBy(v => v.RequestedAt)];

    /// <summary>The units that pay less today.</summary>
    public Task<IReadOnlyList<VacancyRow>> CurrentAsync()
    {
        var today = db.Current.Today(clock);
        return RowsAsync(v => v.State == VacancyState.Approved && (v.To == null || v.To >= today));
    }

    /// <summary>The charges by the day: no other is reduced by vacancy.</summary>
    public async Task<IReadOnlyList<RelievedItem>> ItemsAsync()
    {
        var items = await db.ChargeItems.Where(i => db.Tariffs.Any(t => t.ChargeItemId == i.Id && ByTheDay.Contains(t.Method))).OrderBy(i => i.Priority).ThenBy(i => i.Name).Select(i => new
        {
            i.Id,
            i.Name,
            i.VacancyRelief,
            Community = db.Communities.Where(c => c.Id == i.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            ByArea = db.Tariffs.Any(t => t.ChargeItemId == i.Id && t.Method == ChargeMethod.AreaTimesPrice),
        }).ToListAsync();
        return [.. items.Select(i => new RelievedItem(i.Id, i.Community, i.Name, i.VacancyRelief ?? i.ByArea)).OrderBy(i => i.Community, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<VacancyRow>> RowsAsync(Expression<Func<Vacancy, bool>> which)
    {
        var (today, me) = (db.Current.Today(clock), db.Current.UserId);
        var rows = await db.Vacancies.Where(which).OrderByDescending(v => v.From).ThenBy(v => v.Unit.Code).Take(Most).Select(v => new
        {
            Row = v,
            v.Unit.Code,
            Owners = db.Ownerships.Where(o => o.UnitId == v.UnitId && o.From <= today && (o.To == null || o.To >= today)).OrderBy(o => o.Position).Select(o => o.Owner.Name).ToList(),
        }).AsNoTracking().ToListAsync();
        return
        [
            .. rows.Select(x => new VacancyRow(
                x.Row.Id, x.Row.UnitId, x.Code, string.Join("、", x.Owners), x.Row.From, x.Row.To, x.Row.Rate, x.Row.Reason, x.Row.State,
                x.Row.RequestedBy, x.Row.RequestedAt, x.Row.DecidedBy, x.Row.DecisionNote, x.Row.RequestedById is not null && x.Row.RequestedById == me)),
        ];
    }
}
