using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Calls;

/// <summary>Articles: found as they are asked for, kept version by version, written by those who may.</summary>
public sealed class WritingKnowledge
{
    [Fact]
    public async Task An_article_is_written_once_changed_to_a_next_version_compared_and_retired_on_the_pages()
    {
        var desk = await PortalDesk.OpenAsync();
        var (manager, clerk) = (await desk.Desk.SignInAsync(Role.Manager), await desk.Desk.SignInAsync(Role.ServiceDesk));
        var topic = await TakingCalls.TopicAsync(desk);
        (string, string)[] Form(string body, int seen, string request) => [("Input.RequestId", request), ("Input.TopicId", topic.ToString()), ("Input.Title", "装修几点可以施工"), ("Input.Words", "噪音 敲墙"), ("Input.Body", body), ("Input.Seen", $"{seen}")];
        var request = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, "/Knowledge/Edit", Form("工作日 8 点到 18 点。\n周末不行。", 0, request))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, "/Knowledge/Edit", Form("工作日 8 点到 18 点。\n周末不行。", 0, request))).Status);
        var id = await desk.Till.SeeAsync(db => db.Articles.Select(a => a.Id).SingleAsync());
        Assert.Contains("请填写内容", (await desk.PostAsync(manager, "/Knowledge/Edit", Form("", 0, Guid.NewGuid().ToString()))).Text, StringComparison.Ordinal);

        var next = Form("工作日 9 点到 17 点。\n周末不行。", 1, request);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/Knowledge/Edit/{id}", next)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/Knowledge/Edit/{id}", next)).Status);
        Assert.Contains("刚有了新版本", (await desk.PostAsync(manager, $"/Knowledge/Edit/{id}", Form("别人的话", 1, request))).Text, StringComparison.Ordinal);
        Assert.Equal([(1, "测试员工"), (2, "测试员工")], await desk.Till.SeeAsync(async db => (await db.ArticleVersions.OrderBy(v => v.Number).ToListAsync()).Select(v => (v.Number, v.By))));

        var compared = await desk.ReadAsync(clerk, $"/Knowledge/Versions/{id}?older=1&newer=2");
        Assert.Contains("− 工作日 8 点到 18 点。</del>", compared, StringComparison.Ordinal);
        Assert.Contains("+ 工作日 9 点到 17 点。</ins>", compared, StringComparison.Ordinal);
        Assert.DoesNotContain("− 周末不行。", compared, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(clerk, $"/Knowledge/Versions/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(clerk, $"/Knowledge/Versions/{id}?newer=9"));

        await desk.PostAsync(clerk, $"/Knowledge/Edit/Retire/{id}", ("archived", "true"));
        Assert.False(await desk.Till.SeeAsync(db => db.Articles.Select(a => a.IsArchived).SingleAsync()));
        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(clerk, $"/Knowledge/Edit/{id}"));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/Knowledge/Edit/Retire/{id}", ("archived", "true"))).Status);
        Assert.Empty(await desk.Till.WithAsync((KnowledgeQueries q) => q.SearchAsync("装修")));
        Assert.Empty(await desk.Till.WithAsync((KnowledgeQueries q) => q.SuggestAsync("装修几点可以施工")));
        Assert.Contains("装修几点可以施工", await desk.ReadAsync(clerk, "/Knowledge?archived=true"), StringComparison.Ordinal);
        Assert.Contains("恢复后才能改", (await desk.PostAsync(manager, $"/Knowledge/Edit/{id}", Form("新的话", 2, request))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_wants_every_word_puts_titles_before_keywords_before_text_and_knows_no_wildcards()
    {
        var desk = await PortalDesk.OpenAsync();
        await TakingCalls.ArticleAsync(desk, "访客怎么进小区", "外卖要登记，停车看停车费的公示。");
        await TakingCalls.ArticleAsync(desk, "地下车库", "包月先到先得。", "停车费 月租");
        await TakingCalls.ArticleAsync(desk, "停车费怎么算", "临停半小时内免费，WiFi 覆盖 100%。");
        async Task<string[]> FindAsync(string text) => [.. (await desk.Till.WithAsync((KnowledgeQueries q) => q.SearchAsync(text))).Select(a => a.Title)];

        Assert.Equal(["停车费怎么算", "地下车库", "访客怎么进小区"], await FindAsync("停车费"));
        Assert.Equal(["地下车库"], await FindAsync("停车费 包月"));
        Assert.Equal(["停车费怎么算"], await FindAsync("wifi"));
        Assert.Equal(["停车费怎么算"], await FindAsync("100%"));
        Assert.Empty(await FindAsync("停%费怎"));
        Assert.Empty(await FindAsync("_车库"));
        Assert.Empty(await FindAsync("停车费 电梯"));
        Assert.Equal(3, (await FindAsync(" ")).Length);
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (KnowledgeQueries q) => q.SearchAsync("停车费")));
        Assert.Empty(await desk.Desk.In(desk.Desk.Foreign, (KnowledgeQueries q) => q.SuggestAsync("停车费")));
    }

    [Theory]
    [InlineData("请问停车费多少钱？", "停车怎么收费")]
    [InlineData("楼上星期天能敲墙吗", "装修几点可以施工")]
    [InlineData("电梯坏了多久能修好", "电梯困人怎么处理")]
    [InlineData("我家的门卡丢了", "门禁卡丢了怎么补")]
    public async Task A_question_as_it_is_spoken_finds_its_article_first(string question, string title)
    {
        var desk = await PortalDesk.OpenAsync();
        await TakingCalls.ArticleAsync(desk, "停车怎么收费", "临停半小时内免费。", "停车费 车位");
        await TakingCalls.ArticleAsync(desk, "装修几点可以施工", "敲墙只能在工作日做。", "噪音 敲墙 周末");
        await TakingCalls.ArticleAsync(desk, "电梯困人怎么处理", "不要扒门，修好以前走楼梯。", "电梯坏了 被困");
        await TakingCalls.ArticleAsync(desk, "门禁卡丢了怎么补", "到前台补。", "门卡 补卡");

        Assert.Equal(title, (await desk.Till.WithAsync((KnowledgeQueries q) => q.SuggestAsync(question)))[0].Title);
        Assert.Empty(await desk.Till.WithAsync((KnowledgeQueries q) => q.SuggestAsync("请问一下")));
        Assert.Empty(await desk.Till.WithAsync((KnowledgeQueries q) => q.SuggestAsync("宠物登记")));
    }

    [Fact]
    public async Task Of_writers_at_the_same_moment_one_makes_the_next_version()
    {
        var desk = await PortalDesk.OpenAsync();
        var (topic, id) = (await TakingCalls.TopicAsync(desk), await TakingCalls.ArticleAsync(desk, "怎么开发票", "业主端申请。"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await desk.Till.WithAsync((WriteKnowledge w) => w.ChangeAsync(id, topic, new ArticleText("怎么开发票", null, $"第 {i} 种说法"), 1));
                return 1;
            }
            catch (RuleViolation)
            {
                return 0;
            }
        })));

        Assert.Equal(1, outcomes.Sum());
        Assert.Equal([1, 2], await desk.Till.SeeAsync(db => db.ArticleVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync()));
    }

    [Fact]
    public async Task Topics_are_named_once_and_an_ended_one_is_chosen_no_more()
    {
        var desk = await PortalDesk.OpenAsync();
        var manager = await desk.Desk.SignInAsync(Role.Manager);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Till.WithAsync((CallTopics t) => t.FillAsync()))));
        Assert.Equal(6, await desk.Till.SeeAsync(db => db.CallTopics.CountAsync()));
        Assert.Contains("已有同名的主题", (await desk.PostAsync(manager, "/Knowledge/Edit/Topics?handler=Save", ("name", "其他"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, "/Knowledge/Edit/Topics?handler=Save", ("name", "智能家居"))).Status);
        var topic = await desk.Till.SeeAsync(db => db.CallTopics.Where(t => t.Name == "智能家居").Select(t => t.Id).SingleAsync());
        await desk.PostAsync(manager, "/Knowledge/Edit/Topics?handler=End", ("topic", topic.ToString()), ("end", "true"));

        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((WriteKnowledge w) => w.AddAsync(Guid.NewGuid(), topic, new ArticleText("开灯", null, "按一下。"))));
        var asked = await TakingCalls.AskAsync(desk, desk.Zhang, "怎么开灯") with { TopicId = topic };
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((TakeCall t) => t.RunAsync(asked)));
        Assert.DoesNotContain(await desk.Till.WithAsync((CallTopics t) => t.ListAsync()), t => t.Id == topic);
    }

    [Fact]
    public async Task A_manager_of_some_communities_reads_and_does_not_write_what_all_of_them_answer()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await TakingCalls.ArticleAsync(desk, "怎么开发票", "业主端申请。");
        var limited = await desk.Desk.SignInAsync(Role.Manager, null, desk.Till.Own.Community);
        var topic = await TakingCalls.TopicAsync(desk);

        Assert.Contains("业主端申请。", await desk.ReadAsync(limited, $"/Knowledge/Details/{id}"), StringComparison.Ordinal);
        (string, string)[] form = [("Input.RequestId", Guid.NewGuid().ToString()), ("Input.TopicId", topic.ToString()), ("Input.Title", "怎么开发票"), ("Input.Body", "不开。"), ("Input.Seen", "1")];
        Assert.NotEqual(HttpStatusCode.Redirect, (await desk.PostAsync(limited, $"/Knowledge/Edit/{id}", form)).Status);
        Assert.NotEqual(HttpStatusCode.Redirect, (await desk.PostAsync(limited, "/Knowledge/Edit", form)).Status);
        Assert.NotEqual(HttpStatusCode.Redirect, (await desk.PostAsync(limited, $"/Knowledge/Edit/Retire/{id}", ("archived", "true"))).Status);
        Assert.NotEqual(HttpStatusCode.Redirect, (await desk.PostAsync(limited, "/Knowledge/Edit/Topics?handler=Save", ("name", "新主题"))).Status);
        Assert.Equal((1, false, 6), await desk.Till.SeeAsync(async db => (await db.ArticleVersions.CountAsync(), await db.Articles.AnyAsync(a => a.IsArchived), await db.CallTopics.CountAsync())));
    }

    [Fact]
    public void Words_and_numbers_are_read_as_people_type_them()
    {
        Assert.Equal(["物业费", "WIFI"], SearchWords.Of("　物业费，wifi  物业费"));
        Assert.Equal(["停车费"], SearchWords.OfQuestion("请问一下，停车费是多少钱呢？"));
        Assert.Equal(["停车", "车费", "AB"], SearchWords.Pairs(["停车费", "AB", "月"]));
        Assert.Equal(["13812341234", "13812341234", "02155558800", "8601234567", null], new[] { "+86 138-1234-1234", "8613812341234", "（021）5555 8800", "8601234567", " " }.Select(CallNumber.Kept));
        Assert.Equal(
            [(LineChange.Kept, "一"), (LineChange.Removed, "二"), (LineChange.Added, "贰"), (LineChange.Kept, "三"), (LineChange.Added, "四")],
            TextComparison.Of("一\n二\n三", "一\r\n贰\r\n三\r\n四").Select(l => (l.Change, l.Text)));
        Assert.All(TextComparison.Of("同样", "同样"), l => Assert.Equal(LineChange.Kept, l.Change));
    }
}
