using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;

namespace PropertyDesk.Application.Equipment;

/// <summary>Which machines fail, how often and how (设备故障分析); it suggests where preventive work is worth a thought.</summary>
public sealed class FailureReport(DeskDbContext db, TimeProvider clock)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    /// <param name="from">First day; a year before the last where there is none that makes sense.</param>
    /// <param name="to">Last day; what was not repaired by its end was down until then. Today where there is none that makes sense.</param>
    /// <param name="community">Null for all.</param>
    public Task<FailureFigures> RunAsync(DateOnly? from, DateOnly? to, Guid? community = null)
    {
        var last = to is { Year: >= FirstYear and <= LastYear } day ? day : db.Current.Today(clock);
        return RunAsync(from is { Year: >= FirstYear } first && first <= last ? first : last.AddYears(-1), last, community);
    }

    public static IReadOnlyList<Sheet> Sheets(FailureFigures figures) =>
    [
        new(
            Texts.Of("按设备"),
            [new(Texts.Of("编号")), new(Texts.Of("设备"), 24), new(Texts.Of("类别")), new(Texts.Of("小区"), 18), new(Texts.Of("故障次数")), new(Texts.Of("停机小时")), new(Texts.Of("平均无故障天数")), new(Texts.Of("可用率")), new(Texts.Of("费用"))],
            [.. figures.ByMachine.Select(m => (IReadOnlyList<object?>)[Asset.Format(m.Number), m.Name, Words.Of(m.Kind), m.Community, m.Reliability.Failures, m.Reliability.HoursDown, m.Reliability.DaysBetween, new Share(m.Reliability.Available), m.Cost])]),
        new(
            Texts.Of("按故障类型"),
            [new(Texts.Of("类别")), new(Texts.Of("故障类型")), new(Texts.Of("故障次数")), new(Texts.Of("费用"))],
            [.. figures.ByKind.Select(k => (IReadOnlyList<object?>)[Words.Of(k.Machine), Words.Of(k.Failure), k.Count, k.Cost])]),
    ];

    private async Task<FailureFigures> RunAsync(DateOnly from, DateOnly to, Guid? community)
    {
        var now = clock.GetUtcNow();
        var (begin, end) = (db.Current.StartOf(from), db.Current.StartOf(to.AddDays(1)));
        var until = end < now ? end : now;
        var assets = await db.Assets.Where(a => (community == null || a.CommunityId == community) && a.State != AssetState.Scrapped)
            .Select(a => new { a.Id, a.Number, a.Name, a.Kind, a.InstalledOn, Community = db.Communities.Where(c => c.Id == a.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "" }).ToListAsync();
        var failures = (await db.AssetFailures.Where(f => (community == null || f.CommunityId == community) && f.Since < end && (f.RepairedAt == null || f.RepairedAt > begin))
            .Select(f => new { f.AssetId, f.Kind, Machine = f.Asset.Kind, f.Since, f.RepairedAt, f.Stops, f.Cost }).ToListAsync()).ToLookup(f => f.AssetId);
        var within = failures.SelectMany(f => f).Where(f => f.Since >= begin).ToList();
        var recent = until.AddDays(-Reliability.SuggestDays);
        return new FailureFigures(
            from, to,
            [.. within.GroupBy(f => (f.Machine, f.Kind)).Select(g => new FailureFigure(g.Key.Machine, g.Key.Kind, g.Count(), Money.Sum(g.Select(f => f.Cost)))).OrderByDescending(f => f.Count).ThenBy(f => f.Machine).ThenBy(f => f.Failure)],
            [.. assets.Where(a => failures.Contains(a.Id)).Select(a => new MachineFigure(
                a.Id, a.Number, a.Name, a.Kind, a.Community,
                Reliability.Of(failures[a.Id].Select(f => (f.Since, f.RepairedAt, f.Stops)), db.Current.ObservedFrom(a.InstalledOn, from), until),
                Money.Sum(failures[a.Id].Where(f => f.Since >= begin).Select(f => f.Cost)))).OrderByDescending(m => m.Reliability.Failures).ThenBy(m => m.Number)],
            [.. assets.SelectMany(a => failures[a.Id].Where(f => f.Since >= recent).GroupBy(f => f.Kind).Where(g => g.Count() >= Reliability.SuggestFrom)
                .Select(g => new Suggestion(a.Id, a.Number, a.Name, g.Key, g.Count()))).OrderByDescending(s => s.Count).ThenBy(s => s.Number)]);
    }
}
