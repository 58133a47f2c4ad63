using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Patrols;

/// <summary>How patrols are kept (巡查统计): in time by day, route and walker, findings by stop and point, and what is still open.</summary>
public sealed class PatrolFigures(DeskDbContext db, ReportHeads heads, TimeProvider clock)
{
    private const int Shown = 50;

    public async Task<FigureReport> ReportAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var patrols = await db.Patrols.Where(p => p.Day >= choice.From && p.Day <= choice.AsOf && (choice.CommunityId == null || p.CommunityId == choice.CommunityId))
            .Select(p => new Row(p.Id, p.RouteId, p.Name, p.Kind, p.Day, p.Whom, p.DueFrom, p.DueBy, p.ClosesAt, p.FinishedAt, db.PatrolFindings.Count(f => f.PatrolId == p.Id))).ToListAsync(cancel);
        var findings = await db.PatrolFindings.Where(f => db.Patrols.Any(p => p.Id == f.PatrolId && p.Day >= choice.From && p.Day <= choice.AsOf && (choice.CommunityId == null || p.CommunityId == choice.CommunityId)))
            .Select(f => new Found(f.Stop.RouteStopId, f.Stop.Place, f.PatrolId, f.Point)).ToListAsync(cancel);
        var open = await PatrolQueries.Unsettled(db.PatrolFindings.Where(f => choice.CommunityId == null || f.CommunityId == choice.CommunityId)).Select(f => f.Id).ToListAsync(cancel);
        var names = patrols.ToDictionary(p => p.Id, p => p.Name);
        string Link(string by) => $"/Patrols?from={choice.From:yyyy-MM-dd}&to={choice.AsOf:yyyy-MM-dd}{by}{(choice.CommunityId is { } c ? $"&community={c}" : "")}";
        return await heads.HeadAsync(
            Texts.Of("巡查统计"), choice,
            [
                Groups(Texts.Of("按线路"), Texts.Of("线路"), [.. patrols.OrderBy(p => p.Name, StringComparer.Ordinal)], p => p.RouteId, g => g.OrderByDescending(p => p.Day).First().Name, g => Link($"&route={g.First().RouteId}")) with
                {
                    Definitions = [Texts.Of("按时完成率 = 在时间段内走完全部站点的 ÷ 已走完或时间段已过的。未巡 = 到当天结束也没有走完；系统停机期间补记的也算未巡。")],
                },
                Groups(Texts.Of("按日期"), Texts.Of("日期"), [.. patrols.OrderBy(p => p.Day)], p => p.Day, g => g.First().Day, g => $"/Patrols?from={g.First().Day:yyyy-MM-dd}&to={g.First().Day:yyyy-MM-dd}") with
                {
                    Definitions = [Texts.Of("巡查开始的那天；跨夜的算在开始的那天。")],
                    Drawn = [2],
                    IsOverTime = true,
                },
                Groups(Texts.Of("按巡查人"), Texts.Of("巡查人"), [.. patrols.OrderBy(p => p.Whom, StringComparer.Ordinal)], p => p.Whom, g => g.First().Whom, _ => null) with { Definitions = [Texts.Of("派给的部门或人。")] },
                Counted(
                    Texts.Of("发现问题最多的站点"), [Texts.Of("站点"), Texts.Of("线路"), Texts.Of("发现问题")], findings, f => f.RouteStopId, g => [g.First().Place, names[g.First().PatrolId]],
                    Texts.Of("最多 {0} 行。", Shown)),
                Counted(
                    Texts.Of("发现问题最多的检查项"), [Texts.Of("检查项"), Texts.Of("发现问题")], findings, f => f.Point, g => [g.Key ?? Texts.Of("其他")],
                    Texts.Of("巡查人没有选检查项的算“其他”。")),
                new FigureTable(
                    Texts.Of("还没有解决的问题"), [Texts.Of("全部"), Texts.Of("发现问题")], [new FigureRow([Texts.Of("没有工单，或工单没有处理完"), open.Count], "/Patrols/Findings?open=true")],
                    [Texts.Of("到现在为止，不论哪天发现的。")]),
            ],
            cancel);
    }

    private FigureTable Groups<TKey>(string title, string column, List<Row> rows, Func<Row, TKey> by, Func<IReadOnlyCollection<Row>, object> name, Func<IReadOnlyCollection<Row>, string?> link)
    {
        var now = clock.GetUtcNow();
        FigureRow Line(object first, IReadOnlyCollection<Row> of, string? to)
        {
            var states = of.Select(r => Patrol.StateOf(new PatrolWindow(r.DueFrom, r.DueBy, r.ClosesAt), r.FinishedAt, now)).ToList();
            int Count(PatrolState state) => states.Count(s => s == state);
            var judged = states.Count - Count(PatrolState.Ahead) - Count(PatrolState.Due);
            return new FigureRow([first, of.Count, new Share(CollectionRate.Of(Count(PatrolState.Done), judged)), Count(PatrolState.Done), Count(PatrolState.DoneLate), Count(PatrolState.Missed), of.Sum(r => r.Findings)], to);
        }

        return new FigureTable(
            title, [column, Texts.Of("巡查次数"), Texts.Of("按时完成率"), Words.Of(PatrolState.Done), Words.Of(PatrolState.DoneLate), Words.Of(PatrolState.Missed), Texts.Of("发现问题")],
            [.. rows.GroupBy(by).Select(g => g.ToList()).Select(g => Line(name(g), g, link(g)))], [])
        {
            Total = rows.Count == 0 ? null : Line(Texts.Of("合计"), rows, null),
        };
    }

    private static FigureTable Counted<TKey>(string title, string[] columns, List<Found> findings, Func<Found, TKey> by, Func<IGrouping<TKey, Found>, object?[]> cells, string definition) => new(
        title, columns, [.. findings.GroupBy(by).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Place, StringComparer.Ordinal).Take(Shown).Select(g => new FigureRow([.. cells(g), g.Count()]))], [definition]);

    private sealed record Row(Guid Id, Guid RouteId, string Name, PatrolKind Kind, DateOnly Day, string Whom, DateTimeOffset DueFrom, DateTimeOffset DueBy, DateTimeOffset ClosesAt, DateTimeOffset? FinishedAt, int Findings);

    private sealed record Found(Guid RouteStopId, string Place, Guid PatrolId, string? Point);
}
