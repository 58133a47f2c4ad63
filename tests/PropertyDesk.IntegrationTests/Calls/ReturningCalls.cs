using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Calls;

/// <summary>Promised calls: in their order, each try once, told to the second who tries; and what was asked, in figures.</summary>
public sealed class ReturningCalls
{
    [Fact]
    public async Task The_soonest_stands_first_a_miss_goes_back_into_the_row_and_an_answer_ends_it()
    {
        var desk = await PortalDesk.OpenAsync();
        var clerk = await desk.Desk.SignInAsync(Role.ServiceDesk);
        var now = Local(desk);
        var (late, soon) = (await TakingCalls.TakeAsync(desk, desk.Zhang, "发票开好没有", now.AddHours(5)), await TakingCalls.TakeAsync(desk, desk.Li, "押金退了没有", now.AddHours(1), "13511112222", "女儿"));
        await TakingCalls.TakeAsync(desk, desk.Li, "怎么开门");
        Assert.Equal(new CallCounts(2, 0, 3), await CountsAsync(desk));
        Assert.Equal([soon, late], await WaitingAsync(desk));
        var page = await desk.ReadAsync(clerk, "/Calls/Returns");
        Assert.True(page.IndexOf("押金退了没有", StringComparison.Ordinal) < page.IndexOf("发票开好没有", StringComparison.Ordinal));

        (string, string)[] Form(int turn, string outcome, string said, DateTime again) => [("Input.Try", $"{turn}"), ("Input.Outcome", outcome), ("Input.Said", said), ("Input.Again", $"{again:yyyy-MM-ddTHH:mm}")];
        Assert.Contains("请约定下次回电的时间", (await desk.PostAsync(clerk, $"/Calls/Details/{soon}?handler=Return", Form(1, "NoAnswer", "", now.AddDays(-1)))).Text, StringComparison.Ordinal);
        Assert.Contains("请填写答复", (await desk.PostAsync(clerk, $"/Calls/Details/{soon}?handler=Return", Form(1, "Reached", " ", now))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, $"/Calls/Details/{soon}?handler=Return", Form(1, "NoAnswer", "", now.AddHours(8)))).Status);
        Assert.Equal([late, soon], await WaitingAsync(desk));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, $"/Calls/Details/{late}?handler=Return", Form(1, "Reached", "已开，发到邮箱", now))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, $"/Calls/Details/{soon}?handler=Return", Form(2, "GivenUp", "空号", now))).Status);

        Assert.Empty(await WaitingAsync(desk));
        Assert.Equal(
            [(1, ReturnOutcome.NoAnswer, null), (2, ReturnOutcome.GivenUp, "空号")],
            (await desk.Till.WithAsync((CallQueries q) => q.FindAsync(soon))).Returns.Select(r => (r.Number, r.Outcome, r.Said)));
        Assert.Equal([CallState.NotReached, CallState.Answered], await desk.Till.SeeAsync(db => db.Calls.Where(c => c.Id == soon || c.Id == late).OrderBy(c => c.Id == soon ? 0 : 1).Select(c => c.State).ToListAsync()));
        Assert.Contains("已开，发到邮箱", await desk.ReadAsync(clerk, "/Calls/Returns"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_try_sent_twice_is_one_and_the_second_of_two_clerks_is_told_who_called()
    {
        var desk = await PortalDesk.OpenAsync();
        var call = await TakingCalls.TakeAsync(desk, desk.Zhang, "发票开好没有", Local(desk).AddHours(5));
        var (wu, zhao) = (Guid.NewGuid(), Guid.NewGuid());
        var facts = new ReturnFacts(1, ReturnOutcome.NoAnswer, null, Local(desk).AddHours(9));
        Task Try(Guid person, ReturnFacts tried) => desk.Desk.As(person, Role.ServiceDesk, (ReturnCalls r) => r.RunAsync(call, tried));

        await Try(wu, facts);
        await Try(wu, facts);
        Assert.Contains("刚回过这个电话", (await Assert.ThrowsAsync<RuleViolation>(() => Try(zhao, facts))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => Try(wu, facts with { Outcome = ReturnOutcome.Reached, Said = "已开" }));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await Try(Guid.NewGuid(), new ReturnFacts(2, ReturnOutcome.Reached, $"第 {i} 位回的"));
                return 1;
            }
            catch (RuleViolation)
            {
                return 0;
            }
        })));

        Assert.Equal(1, outcomes.Sum());
        Assert.Equal([1, 2], await desk.Till.SeeAsync(db => db.CallReturns.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));
    }

    [Fact]
    public async Task Filters_find_by_state_topic_day_words_and_the_end_of_the_number()
    {
        var desk = await PortalDesk.OpenAsync();
        var promised = await TakingCalls.TakeAsync(desk, desk.Zhang, "押金 100% 退吗", Local(desk).AddHours(5), "13511112222", "女儿");
        var answered = await TakingCalls.TakeAsync(desk, desk.Li, "怎么开门");
        var today = await desk.Till.SeeAsync(db => Task.FromResult(db.Current.Today(desk.Desk.Clock)));
        async Task<Guid[]> ListAsync(CallFilter filter) => [.. (await desk.Till.WithAsync((CallQueries q) => q.ListAsync(filter))).Rows.Select(r => r.Id)];

        Assert.Equal([promised, answered], await ListAsync(new CallFilter()));
        Assert.Equal([promised], await ListAsync(new CallFilter(CallState.CallBack)));
        Assert.Equal([answered], await ListAsync(new CallFilter(Text: "李娜")));
        Assert.Equal([promised], await ListAsync(new CallFilter(Text: "女儿 押金")));
        Assert.Equal([promised], await ListAsync(new CallFilter(Text: "2222")));
        Assert.Equal([promised], await ListAsync(new CallFilter(Text: "100%")));
        Assert.Empty(await ListAsync(new CallFilter(Text: "1%0")));
        Assert.Equal(2, (await ListAsync(new CallFilter(From: today, To: today))).Length);
        Assert.Empty(await ListAsync(new CallFilter(To: today.AddDays(-1))));
        Assert.Empty(await ListAsync(new CallFilter(Topic: Guid.NewGuid())));
        Assert.Empty(await ListAsync(new CallFilter(Community: desk.Till.Foreign.Community.Id)));
    }

    [Fact]
    public async Task Figures_count_by_month_topic_article_and_by_what_the_knowledge_base_had_no_answer_to()
    {
        var desk = await PortalDesk.OpenAsync();
        await TakingCalls.ArticleAsync(desk, "物业费怎么算", "按面积。");
        var version = await desk.Till.SeeAsync(db => db.ArticleVersions.Select(v => v.Id).SingleAsync());
        var parking = await desk.Till.SeeAsync(db => db.CallTopics.Where(t => t.Name == "停车与车位").Select(t => t.Id).SingleAsync());
        var wish = new TicketWish(await TakingCalls.CategoryAsync(desk), default, "厨房");
        foreach (var change in new Func<NewCall, NewCall>[] { c => c with { ReadId = version }, c => c with { TopicId = parking, Searched = "充电桩" }, c => c with { TopicId = parking, Searched = "充电桩", Ticket = wish } })
        {
            var asked = change(await TakingCalls.AskAsync(desk, desk.Zhang, "问题"));
            await desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked));
        }

        var today = await desk.Till.SeeAsync(db => Task.FromResult(db.Current.Today(desk.Desk.Clock)));
        var report = await desk.Till.WithAsync((CallFigures f) => f.ReportAsync(new FigureChoice(today, today, null)));
        Assert.Equal([["停车与车位", "2", "1", "0", "0", "1", "50.00%"], ["收费与账单", "1", "1", "0", "0", "0", "0.00%"]], Cells(report, "按主题"));
        Assert.Equal([[BillingMonth.Of(today).ToString(), "2", "1", "3"]], Cells(report, "按月和主题"));
        Assert.Equal([["物业费怎么算", "1"]], Cells(report, "按文章"));
        Assert.Equal([["充电桩", "2"]], Cells(report, "没有找到答案的搜索"));
        Assert.Equal(3, Cells(report, "按时段").Sum(r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All((await desk.Till.WithAsync((CallFigures f) => f.ReportAsync(new FigureChoice(today.AddDays(-9), today.AddDays(-1), null)))).Tables, t => Assert.Empty(t.Rows));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((CallFigures f) => f.ReportAsync(new FigureChoice(today, today, desk.Till.Foreign.Community.Id))));
        Assert.All((await desk.Desk.In(desk.Desk.Foreign, (CallFigures f) => f.ReportAsync(new FigureChoice(today, today, null)))).Tables, t => Assert.Empty(t.Rows));
    }

    private static string[][] Cells(FigureReport report, string table) =>
        [.. report.Tables.Single(t => t.Title == Application.Texts.Of(table)).Rows.Select(r => r.Cells.Select(FigureCells.Text).ToArray())];

    private static DateTime Local(PortalDesk desk) => TimeZoneInfo.ConvertTime(desk.Desk.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime;

    private static Task<CallCounts> CountsAsync(PortalDesk desk) => desk.Till.WithAsync((CallQueries q) => q.CountsAsync());

    private static async Task<Guid[]> WaitingAsync(PortalDesk desk) => [.. (await desk.Till.WithAsync((CallQueries q) => q.ToReturnAsync(10))).Select(c => c.Id)];
}
