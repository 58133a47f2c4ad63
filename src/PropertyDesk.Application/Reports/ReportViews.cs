using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>A view as its form says it.</summary>
/// <param name="RequestId">Made when the form was opened.</param>
/// <param name="Recipients">Logins.</param>
public sealed record ViewOrder(
    Guid RequestId, string? Name, ReportName Report, ViewSpan Span, Guid? CommunityId, bool IsShared, ViewRhythm Rhythm, DayOfWeek Weekday, int MonthDay, ReportFormat Format, IReadOnlyCollection<Guid> Recipients);

/// <summary>A view in the list.</summary>
/// <param name="Community">Null for all that one may see.</param>
/// <param name="By">Whose it is, where it is not one's own.</param>
public sealed record ViewRow(
    Guid Id, string Name, ReportName Report, ViewSpan Span, Guid? CommunityId, string? Community, bool IsMine, string? By, bool IsShared, ViewRhythm Rhythm, DayOfWeek Weekday, int MonthDay, ReportFormat Format,
    DateOnly? NextOn, int Recipients);

/// <summary>Somebody who may be sent reports.</summary>
/// <param name="HasMail">Without an address the file waits in the list only.</param>
public sealed record ReportReader(Guid UserId, string Name, Role Role, bool HasMail);

/// <summary>Keeps the views that people save: everybody the own ones; those that are shared can be opened by all.</summary>
public sealed class ReportViews(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Own and shared ones, by name.</summary>
    public async Task<IReadOnlyList<ViewRow>> ListAsync()
    {
        var me = db.Current.UserId;
        var rows = await db.ReportViews.Where(v => v.UserId == me || v.IsShared).OrderBy(v => v.Name).ThenBy(v => v.Id).Select(v => new ViewRow(
            v.Id, v.Name, v.Report, v.Span, v.CommunityId, db.Communities.Where(c => c.Id == v.CommunityId).Select(c => c.Name).FirstOrDefault(), v.UserId == me,
            db.Users.Where(u => u.Id == v.UserId).Select(u => u.DisplayName).FirstOrDefault(), v.IsShared, v.Rhythm, v.Weekday, v.MonthDay, v.Format, v.NextOn, v.Recipients.Count)).ToListAsync();
        // One of a community that one may not see would show nothing.
        return rows.FindAll(v => v.CommunityId is null || v.Community is not null);
    }

    /// <summary>One's own, to be changed.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<ReportView> FindAsync(Guid id) =>
        NotFoundException.Check(await db.ReportViews.Include(v => v.Recipients).FirstOrDefaultAsync(v => v.Id == id && v.UserId == db.Current.UserId), id);

    /// <returns>The view; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing or makes no sense.</exception>
    /// <exception cref="NotFoundException">The community is not there for whoever asks.</exception>
    public async Task<Guid> AddAsync(ViewOrder order, IReadOnlyCollection<Role> readers)
    {
        if (await db.EarlierAsync<ReportView>(v => v.RequestId == order.RequestId) is { } earlier)
        {
            return earlier;
        }

        var id = db.Current.Require();
        var company = await db.Companies.SingleAsync(c => c.Id == id);
        var view = new ReportView(company, db.Current.UserId ?? throw new NotFoundException(nameof(ReportView), order.RequestId), await PlanAsync(order, readers), db.Current.Today(clock), order.RequestId);
        return await db.SaveOnceAsync(view, v => v.RequestId == order.RequestId);
    }

    /// <exception cref="RuleViolation">Something is missing, makes no sense, or was changed meanwhile.</exception>
    /// <exception cref="NotFoundException">View or community is not there for whoever asks.</exception>
    public async Task ChangeAsync(Guid id, ViewOrder order, IReadOnlyCollection<Role> readers)
    {
        var view = await FindAsync(id);
        view.Change(await PlanAsync(order, readers), db.Current.Today(clock));
        await db.SaveOrRefuseAsync();
    }

    /// <summary>What was made of it stays in the lists of those for whom it was made.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task DeleteAsync(Guid id)
    {
        var view = await FindAsync(id);
        db.RemoveRange(view.Recipients);
        db.Remove(view);
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Staff who may read reports.</summary>
    public async Task<IReadOnlyList<ReportReader>> ReadersAsync(IReadOnlyCollection<Role> readers) =>
    [
        .. (await (from m in db.Memberships
                   join u in db.Users on m.UserId equals u.Id
                   where m.OwnerId == null && m.DisabledAt == null && readers.Contains(m.Role)
                   select new { m.UserId, u.DisplayName, m.Role, u.Email }).ToListAsync())
            .GroupBy(m => m.UserId).Select(g => new ReportReader(g.Key, g.First().DisplayName, g.Min(m => m.Role), !string.IsNullOrEmpty(g.First().Email)))
            .OrderBy(r => r.Role).ThenBy(r => r.Name, StringComparer.Ordinal),
    ];

    private async Task<ViewPlan> PlanAsync(ViewOrder order, IReadOnlyCollection<Role> readers)
    {
        var community = order.CommunityId is { } id ? NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == id), id) : null;
        var known = (await ReadersAsync(readers)).Select(r => r.UserId).ToHashSet();
        foreach (var stranger in order.Recipients.Where(r => !known.Contains(r)))
        {
            throw new NotFoundException(nameof(ReportReader), stranger);
        }

        return new ViewPlan(order.Name, order.Report, order.Span, community, order.IsShared, order.Rhythm, order.Weekday, order.MonthDay, order.Format, order.Recipients);
    }
}
