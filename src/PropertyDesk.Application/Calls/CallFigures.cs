using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Calls;

/// <summary>What people ask (咨询统计): by month, topic, community, hour and article, and what the knowledge base could not answer.</summary>
public sealed class CallFigures(DeskDbContext db, TimeProvider clock)
{
    private const int Shown = 50;
    private const int MonthsShown = 12;
    private const int TopicsShown = 6;

    public async Task<FigureReport> ReportAsync(FigureChoice choice)
    {
        var scope = choice.CommunityId is { } id
            ? NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == id), id).Name : Texts.Of("全部小区");
        var (start, end) = (db.Current.StartOf(choice.From), db.Current.StartOf(choice.AsOf.AddDays(1)));
        var calls = await db.Calls.Where(c => c.At >= start && c.At < end && (choice.CommunityId == null || c.CommunityId == choice.CommunityId))
            .Select(c => new Row(
                c.Topic.Name, db.Communities.Where(x => x.Id == c.CommunityId).Select(x => x.Name).FirstOrDefault() ?? "", c.At, c.State, c.Read == null ? null : c.Read.ArticleId, c.Read == null ? null : c.Read.Article.Title, c.Searched))
            .ToListAsync();
        return new FigureReport(
            Texts.Of("咨询统计"), scope, choice.AsOf, clock.GetUtcNow(),
            [await MonthsAsync(choice), Groups(Texts.Of("按主题"), Texts.Of("主题"), calls, c => c.Topic, Span(choice)), Groups(Texts.Of("按小区"), Texts.Of("小区"), calls, c => c.Community, Span(choice)), HoursOfDay.Of(Texts.Of("来电"), calls.ConvertAll(c => c.At), db.Current.TimeZone, Texts.Of("公司所在时区的钟点。")), Articles(calls), Missed(calls)]);
    }

    private static string Span(FigureChoice choice) => Texts.Of("{0} 至 {1} 接的来电；转工单占比 = 转为工单的来电 ÷ 全部来电。", $"{choice.From:yyyy-MM-dd}", $"{choice.AsOf:yyyy-MM-dd}");

    private static FigureTable Groups(string title, string column, List<Row> calls, Func<Row, string> by, string definition)
    {
        FigureRow Line(string name, IReadOnlyCollection<Row> rows)
        {
            var tickets = rows.Count(c => c.State == CallState.BecameTicket);
            return new FigureRow([name, rows.Count, rows.Count(c => c.State == CallState.Answered), rows.Count(c => c.State == CallState.CallBack), rows.Count(c => c.State == CallState.NotReached), tickets, new Share(CollectionRate.Of(tickets, rows.Count))]);
        }

        return new FigureTable(
            title, [column, Texts.Of("来电"), Words.Of(CallState.Answered), Words.Of(CallState.CallBack), Words.Of(CallState.NotReached), Words.Of(CallState.BecameTicket), Texts.Of("转工单占比")],
            [.. calls.GroupBy(by, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Line(g.Key, [.. g]))], [definition])
        {
            Total = Line(Texts.Of("合计"), calls),
        };
    }

    private static FigureTable Articles(List<Row> calls) => new(
        Texts.Of("按文章"), [Texts.Of("文章"), Texts.Of("来电")],
        [.. calls.Where(c => c.ArticleId is not null).GroupBy(c => c.ArticleId).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Article, StringComparer.Ordinal).Take(Shown)
            .Select(g => new FigureRow([g.First().Article, g.Count()], $"/Knowledge/Details/{g.Key}"))],
        [Texts.Of("来电里念给对方听的文章，各版本合在一起，最多 {0} 篇。", Shown)]);

    private static FigureTable Missed(List<Row> calls) => new(
        Texts.Of("没有找到答案的搜索"), [Texts.Of("搜索词"), Texts.Of("来电")],
        [.. calls.Where(c => c.ArticleId is null && c.Searched is not null).GroupBy(c => c.Searched, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Shown)
            .Select(g => new FigureRow([g.Key, g.Count()], $"/Knowledge?q={Uri.EscapeDataString(g.Key!)}"))],
        [Texts.Of("搜索过、但没有用上任何文章的来电；常出现的词值得写一篇。最多 {0} 个。", Shown)]);

    private async Task<FigureTable> MonthsAsync(FigureChoice choice)
    {
        var months = BillingMonth.Of(choice.AsOf).AndBefore(MonthsShown);
        var (start, end) = (db.Current.StartOf(months[0].FirstDay), db.Current.StartOf(choice.AsOf.AddDays(1)));
        var calls = (await db.Calls.Where(c => c.At >= start && c.At < end && (choice.CommunityId == null || c.CommunityId == choice.CommunityId)).Select(c => new { c.At, Topic = c.Topic.Name }).ToListAsync())
            .ConvertAll(c => (Month: BillingMonth.Of(db.Current.DayOf(c.At)), c.Topic));
        var topics = calls.CountBy(c => c.Topic, StringComparer.Ordinal).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key).Take(TopicsShown).ToList();
        FigureRow Line(object name, IReadOnlyCollection<(BillingMonth Month, string Topic)> rows) => new([name, .. topics.Select(t => (object?)rows.Count(c => c.Topic == t)), rows.Count]);
        return new FigureTable(
            Texts.Of("按月和主题"), [Texts.Of("月份"), .. topics, Texts.Of("全部来电")],
            calls.Count == 0 ? [] : [.. months.SkipWhile(m => calls.TrueForAll(c => c.Month != m)).Select(m => Line(m, [.. calls.Where(c => c.Month == m)]))],
            [Texts.Of("截至所选日期的 {0} 个月，从第一个有来电的月份起；列出问得最多的 {1} 个主题，“全部来电”含其余主题。", MonthsShown, TopicsShown)])
        {
            Total = Line(Texts.Of("合计"), calls),
            Drawn = [.. Enumerable.Range(1, topics.Count)],
            IsOverTime = true,
        };
    }

    private sealed record Row(string Topic, string Community, DateTimeOffset At, CallState State, Guid? ArticleId, string? Article, string? Searched);
}
