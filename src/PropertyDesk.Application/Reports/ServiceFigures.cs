using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// How the desk keeps what it promises (服务质量): tickets by month, category, worker, house and hour, response and resolution
/// against the promise, satisfaction, what is reported again and again, and mass failures.
/// </summary>
public sealed class ServiceFigures(DeskDbContext db, ReportHeads heads, TimeProvider clock)
{
    /// <summary>Scores from this on are satisfied ones.</summary>
    private const int Satisfied = 4;

    private const int MonthsShown = 12;
    private const int RepeatedFrom = 3;
    private const int Shown = 20;

    public async Task<FigureReport> ReportAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var rows = await RowsAsync(choice, cancel);
        var span = Texts.Of("{0} 至 {1} 登记的工单，按现在的状态。", $"{choice.From:yyyy-MM-dd}", $"{choice.AsOf:yyyy-MM-dd}");
        string Link(string by) => TicketsOf(choice.From, choice.AsOf, choice.CommunityId, by);
        return await heads.HeadAsync(
            Texts.Of("服务质量"), choice,
            [
                await MonthsAsync(choice, cancel),
                Groups(Texts.Of("按类别"), Texts.Of("类别"), rows, r => (r.CategoryId.ToString(), $"{Words.Of(r.Kind)} · {r.Category}"), key => Link($"&category={key}"), [span, .. Definitions()]),
                Groups(Texts.Of("按处理人"), Texts.Of("处理人"), [.. rows.Where(r => r.WorkerId is not null)], r => (r.WorkerId.ToString()!, r.Whom ?? ""), key => Link($"&worker={key}"), [Texts.Of("现在派给某个人的工单；还在部门里的不算。")]),
                Groups(Texts.Of("按小区"), Texts.Of("小区"), rows, r => (r.CommunityId.ToString(), r.Community), key => TicketsOf(choice.From, choice.AsOf, Guid.Parse(key)), [span]),
                Groups(Texts.Of("按楼栋"), Texts.Of("楼栋"), [.. rows.Where(r => r.BuildingId is not null)], r => (r.BuildingId.ToString()!, $"{r.Community} {r.Building}"), key => Link($"&building={key}"), [Texts.Of("写明了房屋的工单。")]),
                HoursOfDay.Of(Texts.Of("工单"), rows.ConvertAll(r => r.OpenedAt), db.Current.TimeZone, Texts.Of("登记的时间，公司所在时区的钟点。")),
                Repeated(rows),
                await MachinesAsync(choice, cancel),
                await IncidentsAsync(choice, cancel),
            ],
            cancel);
    }

    // The queue shows what a figure counts.
    private static string TicketsOf(DateOnly from, DateOnly to, Guid? community, string by = "") =>
        $"/Tickets?shown=All&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}{by}{(community is { } c ? $"&community={c}" : "")}";

    private static string[] Definitions() =>
    [
        Texts.Of("按时响应率 = 在响应时限内接单的 ÷ 已接单或已过响应时限的；按时完成率 = 在完成时限内处理完的 ÷ 已处理完或已过完成时限的；取消的工单不算。时限按公司的工作时间算，等待期间不计时。"),
        Texts.Of("平均用时 = 从登记到处理完的自然小时。满意率 = {0} 分及以上 ÷ 已评分；重开 = 处理完后又重新打开过的。", Satisfied),
    ];

    private FigureTable Groups(string title, string column, IReadOnlyCollection<Row> rows, Func<Row, (string Key, string Name)> by, Func<string, string> link, string[] definitions)
    {
        var now = clock.GetUtcNow();
        FigureRow Line(string name, IReadOnlyCollection<Row> of, string? to)
        {
            var valid = of.Where(r => r.State != TicketState.Cancelled).ToList();
            var (answered, ended) = (valid.Where(r => r.RespondedAt is not null || r.RespondBy < now).ToList(), valid.Where(r => r.ResolvedAt is not null || r.ResolveBy < now).ToList());
            var hours = valid.Where(r => r.ResolvedAt is not null).Select(r => (decimal)(r.ResolvedAt!.Value - r.OpenedAt).TotalHours).ToList();
            var scores = of.Where(r => r.Score is not null).Select(r => r.Score!.Value).ToList();
            return new FigureRow(
                [
                    name, of.Count, valid.Count(r => r.ResolvedAt is not null),
                    Part(answered.Count(r => r.RespondedAt <= r.RespondBy), answered.Count), Part(ended.Count(r => r.ResolvedAt <= r.ResolveBy), ended.Count),
                    hours.Count == 0 ? null : decimal.Round(hours.Average(), 1, MidpointRounding.AwayFromZero), of.Count(r => r.Rounds > 0),
                    Part(scores.Count(s => s >= Satisfied), scores.Count), Scores.Mean(scores, 1), scores.Count(s => s <= Ticket.LowScore), Money.Sum(of.Select(r => r.Cost)),
                ],
                to);
        }

        return new FigureTable(
            title,
            [column, Texts.Of("工单"), Texts.Of("已处理完"), Texts.Of("按时响应率"), Texts.Of("按时完成率"), Texts.Of("平均用时（小时）"), Texts.Of("重开"), Texts.Of("满意率"), Texts.Of("平均分"), Texts.Of("低分"), Texts.Of("材料和人工")],
            [.. rows.GroupBy(by).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal).Select(g => Line(g.Key.Name, [.. g], link(g.Key.Key)))], definitions)
        {
            Total = rows.Count == 0 ? null : Line(Texts.Of("合计"), rows, null),
        };
    }

    private static Share Part(int part, int whole) => new(CollectionRate.Of(part, whole));

    // What comes back at one flat is mended at its cause, not once more.
    private static FigureTable Repeated(IReadOnlyCollection<Row> rows) => new(
        Texts.Of("同一房屋反复报修"), [Texts.Of("房屋"), Texts.Of("类别"), Texts.Of("次数"), Texts.Of("材料和人工")],
        [.. rows.Where(r => r.UnitId is not null && r.State != TicketState.Cancelled).GroupBy(r => (r.UnitId, r.CategoryId)).Where(g => g.Count() >= RepeatedFrom).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Unit, StringComparer.Ordinal).Take(Shown)
            .Select(g => new FigureRow([$"{g.First().Community} {g.First().Unit}", g.First().Category, g.Count(), Money.Sum(g.Select(r => r.Cost))], $"/Units/Details/{g.Key.UnitId}"))],
        [Texts.Of("同一房屋同一类别 {0} 次及以上的，最多列 {1} 行；值得查根子上的原因。", RepeatedFrom, Shown)]);

    private async Task<FigureTable> MachinesAsync(FigureChoice choice, CancellationToken cancel)
    {
        var counts = await Chosen(choice).Where(t => t.AssetId != null && t.State != TicketState.Cancelled)
            .GroupBy(t => t.AssetId).Select(g => new { g.Key, Count = g.Count(), Emergencies = g.Count(t => t.Urgency == Urgency.Emergency) }).OrderByDescending(x => x.Count).ThenBy(x => x.Key).Take(Shown).ToListAsync(cancel);
        var ids = counts.ConvertAll(c => c.Key!.Value);
        var names = await db.Assets.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Name }).ToDictionaryAsync(a => a.Id, a => $"{Asset.Format(a.Number)} {a.Name}", cancel);
        return new FigureTable(
            Texts.Of("报修最多的设备"), [Texts.Of("设备"), Texts.Of("工单"), Words.Of(Urgency.Emergency)],
            [.. counts.Select(c => new FigureRow([names[c.Key!.Value], c.Count, c.Emergencies], $"/Equipment/Details/{c.Key}"))],
            [Texts.Of("写明了设备的工单，最多 {0} 台；停机、间隔和预防建议见设备的故障分析。", Shown)]);
    }

    private async Task<FigureTable> IncidentsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var (start, end) = (db.Current.StartOf(choice.From), db.Current.StartOf(choice.AsOf.AddDays(1)));
        var found = await db.Incidents.Where(i => i.OpenedAt >= start && i.OpenedAt < end && (choice.CommunityId == null || i.CommunityId == choice.CommunityId)).OrderBy(i => i.OpenedAt).Select(i => new
        {
            i.Id,
            i.Title,
            Category = i.Category.Name,
            i.OpenedAt,
            i.EndedAt,
            Tickets = db.Tickets.Count(t => t.IncidentId == i.Id),
        }).ToListAsync(cancel);
        return new FigureTable(
            Texts.Of("集中故障"), [Texts.Of("标题"), Texts.Of("类别"), Texts.Of("登记"), Texts.Of("历时（小时）"), Texts.Of("工单")],
            [.. found.Select(i => new FigureRow([i.Title, i.Category, db.Current.DayOf(i.OpenedAt), i.EndedAt is { } ended ? decimal.Round((decimal)(ended - i.OpenedAt).TotalHours, 1) : null, i.Tickets], $"/Tickets/Incidents/Details/{i.Id}"))],
            [Texts.Of("期间登记的；还没有结束的不写历时。")]);
    }

    private async Task<FigureTable> MonthsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = new List<FigureRow>();
        foreach (var month in BillingMonth.Of(choice.AsOf).AndBefore(MonthsShown))
        {
            var to = month.LastDay < choice.AsOf ? month.LastDay : choice.AsOf;
            var sums = await Chosen(choice with { From = month.FirstDay, AsOf = to }).GroupBy(_ => 1).Select(g => new
            {
                All = g.Count(),
                Answered = g.Count(t => t.State != TicketState.Cancelled && (t.RespondedAt != null || t.RespondBy < now)),
                AnsweredInTime = g.Count(t => t.State != TicketState.Cancelled && t.RespondedAt <= t.RespondBy),
                Ended = g.Count(t => t.State != TicketState.Cancelled && (t.ResolvedAt != null || t.ResolveBy < now)),
                EndedInTime = g.Count(t => t.State != TicketState.Cancelled && t.ResolvedAt <= t.ResolveBy),
                Scored = g.Count(t => t.Score != null),
                Satisfied = g.Count(t => t.Score >= Satisfied),
            }).SingleOrDefaultAsync(cancel);
            if (sums is not null || rows.Count > 0)
            {
                rows.Add(new FigureRow(
                    [month, Part(sums?.AnsweredInTime ?? 0, sums?.Answered ?? 0), Part(sums?.EndedInTime ?? 0, sums?.Ended ?? 0), Part(sums?.Satisfied ?? 0, sums?.Scored ?? 0), sums?.All ?? 0],
                    TicketsOf(month.FirstDay, to, choice.CommunityId)));
            }
        }

        return new FigureTable(
            Texts.Of("按月"), [Texts.Of("月份"), Texts.Of("按时响应率"), Texts.Of("按时完成率"), Texts.Of("满意率"), Texts.Of("工单")], rows,
            [Texts.Of("截至所选日期的 {0} 个月，按登记的月份，从第一个有工单的月份起。", MonthsShown)])
        {
            Drawn = [1, 2, 3],
            IsOverTime = true,
        };
    }

    private IQueryable<Ticket> Chosen(FigureChoice choice)
    {
        var (start, end) = (db.Current.StartOf(choice.From), db.Current.StartOf(choice.AsOf.AddDays(1)));
        return db.Tickets.Where(t => t.OpenedAt >= start && t.OpenedAt < end && (choice.CommunityId == null || t.CommunityId == choice.CommunityId));
    }

    private async Task<List<Row>> RowsAsync(FigureChoice choice, CancellationToken cancel)
    {
        var tickets = Chosen(choice);
        var costs = (await db.TicketParts.Join(tickets, p => p.TicketId, t => t.Id, (p, _) => new { p.TicketId, p.Amount.Fen }).GroupBy(p => p.TicketId).Select(g => new { g.Key, Fen = g.Sum(p => p.Fen) }).ToListAsync(cancel)).ToDictionary(c => c.Key, c => c.Fen);
        var communities = await db.Communities.Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var rows = await tickets.Select(t => new
        {
            t.Id,
            t.Kind,
            t.CategoryId,
            Category = t.Category.Name,
            t.CommunityId,
            t.UnitId,
            Unit = t.Unit == null ? null : t.Unit.Code,
            BuildingId = t.Unit == null ? (Guid?)null : t.Unit.BuildingId,
            Building = t.Unit == null ? null : t.Unit.Building.Name,
            t.WorkerId,
            t.Whom,
            t.OpenedAt,
            t.RespondBy,
            t.RespondedAt,
            t.ResolveBy,
            t.ResolvedAt,
            t.State,
            t.Score,
            t.Rounds,
        }).ToListAsync(cancel);
        return rows.ConvertAll(t => new Row(
            t.Kind, t.CategoryId, t.Category, t.CommunityId, communities[t.CommunityId], t.UnitId, t.Unit, t.BuildingId, t.Building, t.WorkerId, t.Whom,
            t.OpenedAt, t.RespondBy, t.RespondedAt, t.ResolveBy, t.ResolvedAt, t.State, t.Score, t.Rounds, new Money(costs.GetValueOrDefault(t.Id))));
    }

    private sealed record Row(
        TicketKind Kind, Guid CategoryId, string Category, Guid CommunityId, string Community, Guid? UnitId, string? Unit, Guid? BuildingId, string? Building, Guid? WorkerId, string? Whom,
        DateTimeOffset OpenedAt, DateTimeOffset? RespondBy, DateTimeOffset? RespondedAt, DateTimeOffset? ResolveBy, DateTimeOffset? ResolvedAt, TicketState State, int? Score, int Rounds, Money Cost);
}
