using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Surveys;
using PropertyDesk.IntegrationTests.Notices;

namespace PropertyDesk.IntegrationTests.Surveys;

/// <summary>Surveys ask exactly their audience, take one answer each, and keep what was promised about names.</summary>
[Collection(nameof(NoticeRig))]
public sealed class AskingOwners
{
    private static readonly QuestionPlan[] Questions =
    [
        new(QuestionKind.Score5, "总体满意吗", null, IsRequired: true), new(QuestionKind.Score10, "会推荐吗", null, IsRequired: false),
        new(QuestionKind.Multiple, "哪里好", "保洁\n保安\n维修", IsRequired: false), new(QuestionKind.Text, "想说的话", null, IsRequired: false),
    ];

    [Fact]
    public async Task Opened_four_times_at_once_it_asks_each_owner_of_its_audience_once()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await DraftAsync(rig, audience: rig.Building3());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => rig.Desk.In(async (RunSurveys r) =>
        {
            await r.OpenAsync(id, expected: 2);
            return true;
        })))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        var asked = await rig.Desk.See(db => db.SurveyInvitations.Where(i => i.SurveyId == id).Select(i => new { i.OwnerId, i.Place, i.Delivery.Kind }).ToListAsync());
        Assert.Equal(new[] { rig.Own.Zhang.Id, rig.Own.Li.Id }.Order(), asked.Select(a => a.OwnerId).Order());
        Assert.All(asked, a => Assert.Equal(("3栋", DeliveryKind.Survey), (a.Place, a.Kind)));
        Assert.True(await rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Own.Wang.Id, "ticket:1")));
        Assert.False(await rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Own.Wang.Id, "ticket:1")));
        Assert.True(await rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Own.Wang.Id, "ticket:2")));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Foreign.Wang.Id, "ticket:1")));
    }

    [Fact]
    public async Task Figures_are_those_of_the_answers_and_a_low_score_is_followed_up_once()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await OpenAsync(rig, lowScore: 2);
        await AnswerAsync(rig, id, rig.Own.Zhang, 5, 10, [0, 2], "很好");
        await AnswerAsync(rig, id, rig.Own.Li, 4, 9, [0], null);
        await AnswerAsync(rig, id, rig.Own.Wang, 2, 3, [], "=漏水没人管");

        var details = await rig.Desk.In((SurveyQueries q) => q.FindAsync(id));

        Assert.Equal(3, details.Answered);
        Assert.Equal((3.67m, null), (details.Results[0].Mean, details.Results[0].Recommend));
        Assert.Equal((7.33m, 33), (details.Results[1].Mean, details.Results[1].Recommend));
        Assert.Equal([("保洁", 2), ("保安", 0), ("维修", 1)], details.Results[2].Values.Select(v => (v.Value, v.Count)));
        Assert.Equal(["=漏水没人管", "很好"], details.Results[3].Texts.Order(StringComparer.Ordinal));
        Assert.Equal([("3栋", 4.5m), ("5栋", 2m)], details.Places.Select(p => (p.Place, p.Means[0]!.Value)));
        var low = Assert.Single((await rig.Desk.In((SurveyQueries q) => q.FollowUpsAsync())).Rows);
        Assert.Equal((rig.Own.Wang.Id, 2, null), (low.OwnerId, low.Score, low.Responsible));
        await rig.Desk.In(async (FollowUps f) =>
        {
            await f.TakeAsync(low.Id);
            await f.FinishAsync(low.Id, "已上门修好");
            return true;
        });
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In(async (FollowUps f) =>
        {
            await f.FinishAsync(low.Id, "再次");
            return true;
        }));
        var sheets = await rig.Desk.In((SurveyQueries q) => q.SheetsAsync(id));
        Assert.Equal(3, sheets[1].Rows.Count);
    }

    [Fact]
    public async Task The_same_owner_on_four_devices_answers_once()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await OpenAsync(rig);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => AnswerAsync(rig, id, rig.Own.Zhang, 5, 10, [], null)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Contains("已经回答过", Assert.IsType<RuleViolation>(a).Message, StringComparison.Ordinal));
        Assert.Equal(1, await rig.Desk.See(db => db.SurveyAnswers.CountAsync(a => a.SurveyId == id)));
    }

    [Fact]
    public async Task An_anonymous_answer_keeps_nobody_and_no_time()
    {
        var rig = await NoticeRig.OpenAsync();
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => DraftAsync(rig, anonymous: true, lowScore: 2));
        Assert.Equal("LowScore", refusal.Field);
        var id = await OpenAsync(rig, anonymous: true);
        await AnswerAsync(rig, id, rig.Own.Zhang, 1, 0, [1], "不好");

        var answer = await rig.Desk.See(db => db.SurveyAnswers.AsNoTracking().Include(a => a.Replies).SingleAsync(a => a.SurveyId == id));

        Assert.Equal((null, null, null, null), (answer.InvitationId, answer.OwnerId, answer.Place, answer.On));
        // The usual ids tell the millisecond: these do not.
        Assert.All(answer.Replies.Select(r => r.Id).Append(answer.Id), i => Assert.Equal(4, i.Version));
        Assert.Empty((await rig.Desk.In((SurveyQueries q) => q.FindAsync(id))).Places);
        Assert.Equal(0, await rig.Desk.See(db => db.SurveyFollowUps.CountAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(rig, id, rig.Own.Zhang, 5, 0, [], null));
    }

    [Fact]
    public async Task Anonymous_answers_are_shown_when_it_is_closed_and_they_are_many_and_lie_in_no_order()
    {
        var rig = await NoticeRig.OpenAsync();
        var few = await OpenAsync(rig, anonymous: true);
        await AnswerAsync(rig, few, rig.Own.Zhang, 5, 9, [0], "很好");
        await CloseAsync(rig, few);
        Assert.True((await rig.Desk.In((SurveyQueries q) => q.FindAsync(few))) is { IsHidden: true, Answered: 1, Results.Count: 0 });
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((SurveyQueries q) => q.SheetsAsync(few)));

        var id = await OpenAsync(rig, anonymous: true);
        for (var i = 0; i < 12; i++)
        {
            await rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Own.Li.Id, $"{i}"));
            var invitation = await rig.Desk.See(db => db.SurveyInvitations.Where(x => x.SurveyId == id && x.Occasion == $"{i}").Select(x => x.Id).SingleAsync());
            await SendAsync(rig, id, invitation, rig.Own.Li, (i % 5) + 1, 9, [0], $"第 {i} 个");
        }

        Assert.True((await rig.Desk.In((SurveyQueries q) => q.FindAsync(id))).IsHidden);
        var before = await rig.Desk.See(db => db.SurveyAnswers.Where(a => a.SurveyId == id).Select(a => a.Id).ToListAsync());
        await CloseAsync(rig, id);

        var details = await rig.Desk.In((SurveyQueries q) => q.FindAsync(id));
        Assert.Equal((false, 12), (details.IsHidden, details.Answered));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"第 {i} 个").Order(StringComparer.Ordinal), details.Results[3].Texts.Order(StringComparer.Ordinal));
        Assert.Equal(9m, details.Results[1].Mean);
        Assert.Empty(before.Intersect(await rig.Desk.See(db => db.SurveyAnswers.Where(a => a.SurveyId == id).Select(a => a.Id).ToListAsync())));
        Assert.Equal(12, (await rig.Desk.In((SurveyQueries q) => q.SheetsAsync(id)))[1].Rows.Count);
    }

    [Fact]
    public async Task Asking_inside_somebodys_transaction_neither_ends_nor_breaks_it()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await OpenAsync(rig);
        await using var scope = rig.Desk.Enter();
        var (db, run) = (scope.ServiceProvider.GetRequiredService<DeskDbContext>(), scope.ServiceProvider.GetRequiredService<RunSurveys>());
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            Assert.True(await run.InviteAsync(id, rig.Own.Wang.Id, "ticket:1"));
            Assert.False(await run.InviteAsync(id, rig.Own.Wang.Id, "ticket:1"));
            Assert.True(await run.InviteAsync(id, rig.Own.Wang.Id, "ticket:2"));
            await transaction.RollbackAsync();
        }

        Assert.True(await rig.Desk.In((RunSurveys r) => r.InviteAsync(id, rig.Own.Wang.Id, "ticket:1")));
    }

    [Fact]
    public async Task What_cannot_be_chosen_is_refused_and_what_is_over_takes_no_answer()
    {
        var rig = await NoticeRig.OpenAsync();
        var today = await rig.Desk.See(db => Task.FromResult(db.Current.Today(rig.Desk.Clock)));
        var id = await OpenAsync(rig, until: today);

        Assert.Contains("第 1 题", (await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(rig, id, rig.Own.Zhang, 6, 10, [], null))).Message, StringComparison.Ordinal);
        Assert.Contains("第 3 题", (await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(rig, id, rig.Own.Zhang, 5, 10, [3], null))).Message, StringComparison.Ordinal);
        Assert.Contains("第 1 题", (await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(rig, id, rig.Own.Zhang, null, 10, [], null))).Message, StringComparison.Ordinal);
        rig.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("已结束", (await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(rig, id, rig.Own.Zhang, 5, 10, [], null))).Message, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await rig.Desk.In(async (RunSurveys r) =>
            {
                await r.RunAsync();
                return true;
            });
        }

        Assert.Equal(SurveyState.Closed, (await rig.Desk.In((SurveyQueries q) => q.FindAsync(id))).Survey.State);
    }

    [Fact]
    public async Task A_draft_is_written_and_changed_by_page_and_only_those_who_may_write_see_it()
    {
        var rig = await NoticeRig.OpenAsync();
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var edit = $"/{rig.Desk.Company.Slug}/Surveys/Edit";
        Dictionary<string, string> Form(string options) => new()
        {
            ["Community"] = rig.Own.Community.Id.ToString(),
            ["Input.Title"] = "满意度",
            ["Input.Questions[0].Kind"] = "Single",
            ["Input.Questions[0].Text"] = "哪天方便",
            ["Input.Questions[0].Options"] = options,
            ["Input.Questions[1].Kind"] = "Score5",
            ["Input.Questions[1].Text"] = "",
        };

        var refused = await Desk.PostAsync(manager, edit, edit, Form("周六"));
        var saved = await Desk.PostAsync(manager, edit, edit, Form("周六\n周日"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("2 到 20 个不同的选项", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var id = Guid.Parse(saved.Headers.Location!.OriginalString.Split('/')[^1]);
        var again = await Desk.PostAsync(manager, $"{edit}/{id}", $"{edit}/{id}", Form("周一\n周二\n周三"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var question = await rig.Desk.See(db => db.SurveyQuestions.AsNoTracking().SingleAsync(q => q.SurveyId == id));
        Assert.Equal(["周一", "周二", "周三"], question.Lines);
        var collector = await rig.Desk.SignInAsync(Role.Collector);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync($"/{rig.Desk.Company.Slug}/Surveys/Details/{id}")).StatusCode);
    }

    [Fact]
    public async Task An_owner_answers_on_the_portal_and_nobody_else_can_by_the_same_address()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await OpenAsync(rig);
        var invitation = await InvitationAsync(rig, id, rig.Own.Zhang);
        var question = await rig.Desk.See(db => db.SurveyQuestions.Where(q => q.SurveyId == id && q.Place == 1).Select(q => q.Id).SingleAsync());
        var (zhang, li) = (await rig.Desk.SignInAsync(user => Membership.OfOwner(rig.Own.Zhang, user)), await rig.Desk.SignInAsync(user => Membership.OfOwner(rig.Own.Li, user)));
        var page = $"/{rig.Desk.Company.Slug}/Portal/Surveys/Answer/{invitation}";
        Dictionary<string, string> Form(string? score) => score is null
            ? new() { ["Replies[0].Question"] = question.ToString() }
            : new() { ["Replies[0].Question"] = question.ToString(), ["Replies[0].Choices"] = score };

        Assert.Contains("1 份问卷", WebUtility.HtmlDecode(await zhang.GetStringAsync($"/{rig.Desk.Company.Slug}/Portal")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await li.GetAsync(page)).StatusCode);
        var empty = await Desk.PostAsync(zhang, page, page, Form(null));
        var sent = await Desk.PostAsync(zhang, page, page, Form("4"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.DoesNotContain("份问卷", WebUtility.HtmlDecode(await zhang.GetStringAsync($"/{rig.Desk.Company.Slug}/Portal")), StringComparison.Ordinal);
        Assert.Equal(4, (await rig.Desk.In((SurveyQueries q) => q.FindAsync(id))).Results[0].Mean);
    }

    private static Task<Guid> DraftAsync(NoticeRig rig, bool anonymous = false, int? lowScore = null, DateOnly? until = null, Audience? audience = null) =>
        rig.Desk.In((WriteSurveys w) => w.DraftAsync(rig.Own.Community.Id, new SurveyPlan("满意度调查", "请说说", anonymous, lowScore, until, audience ?? Audience.Everybody, Questions)));

    private static async Task<Guid> OpenAsync(NoticeRig rig, bool anonymous = false, int? lowScore = null, DateOnly? until = null)
    {
        var id = await DraftAsync(rig, anonymous, lowScore, until);
        await rig.Desk.In(async (RunSurveys r) =>
        {
            await r.OpenAsync(id);
            return true;
        });
        return id;
    }

    private static Task<Guid> InvitationAsync(NoticeRig rig, Guid survey, Owner owner) =>
        rig.Desk.See(db => db.SurveyInvitations.Where(i => i.SurveyId == survey && i.OwnerId == owner.Id).Select(i => i.Id).SingleAsync());

    private static Task CloseAsync(NoticeRig rig, Guid survey) => rig.Desk.In((RunSurveys r) => r.CloseAsync(survey));

    private static async Task AnswerAsync(NoticeRig rig, Guid survey, Owner owner, int? score, int recommend, int[] good, string? words) =>
        await SendAsync(rig, survey, await InvitationAsync(rig, survey, owner), owner, score, recommend, good, words);

    private static async Task SendAsync(NoticeRig rig, Guid survey, Guid invitation, Owner owner, int? score, int recommend, int[] good, string? words)
    {
        var ids = await rig.Desk.See(db => db.SurveyQuestions.Where(q => q.SurveyId == survey).OrderBy(q => q.Place).Select(q => q.Id).ToListAsync());
        await rig.AsOwnerAsync(owner, async (AnswerSurveys a) =>
        {
            await a.RunAsync(invitation, [new(ids[0], score is { } s ? [s] : [], null), new(ids[1], [recommend], null), new(ids[2], good, null), new(ids[3], [], words)]);
            return true;
        });
    }
}
