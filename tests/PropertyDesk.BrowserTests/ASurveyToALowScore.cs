using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>A manager asks the owners how the service is; a low score finds somebody who answers for it.</summary>
public sealed class ASurveyToALowScore(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var building = new Building(community, "3栋", 3);
        db.AddRange(community, building);
        foreach (var (login, name, number) in new[] { ("pleased@example.com", "张伟", "101"), ("angry@example.com", "王强", "102") })
        {
            var unit = new Unit(building, null, number, 80m, UnitKind.Residential);
            var (owner, user) = (new Owner(community, name), new DeskUser { UserName = login, DisplayName = name });
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, DeskInBrowser.Password)).Succeeded);
            db.AddRange(unit, owner, new Ownership(unit, owner, db.Current.Today(TimeProvider.System).AddYears(-1)), Membership.OfOwner(owner, user.Id));
        }

        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_survey_is_answered_once_and_a_low_score_is_followed_up()
    {
        var manager = await Visitor.ArriveAsync(desk, "survey", 1440);
        await manager.SignInAsync("manager@example.com");
        await manager.Page.GotoAsync("/cuihu/Surveys");
        await manager.LookAsync("none");
        await manager.Page.ClickAsync(".page-head a.btn-primary");
        await manager.Page.FillAsync("[name='Input.Title']", "十一月服务满意度");
        await AskAsync(manager, 0, "您对保洁满意吗？", "Score5", "");
        await AskAsync(manager, 1, "您常用哪些公共地方？", "Multiple", "花园\n健身房\n儿童乐园");
        await AskAsync(manager, 2, "还想对我们说什么？", "Text", "");
        await manager.Page.FillAsync("[name='Input.LowScore']", "2");
        await manager.LookAsync("written");
        await manager.Page.ClickAsync("main form .btn-list button.btn-primary");
        await manager.Page.WaitForSelectorAsync(".alert-success");
        await manager.Page.ClickAsync(".page-head a.btn-primary");
        await manager.LookAsync("reach");
        Assert.Contains("发给 2 位业主", await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForSelectorAsync(".alert-success");
        var survey = new Uri(manager.Page.Url).AbsolutePath;

        await AnswerAsync("pleased@example.com", "5", "保洁很好");
        await AnswerAsync("angry@example.com", "1", "楼道三天没扫");

        await manager.Page.GotoAsync(survey);
        var results = await manager.Page.Locator("main").InnerTextAsync();
        Assert.Contains("平均 3 分，2 人回答", results, StringComparison.Ordinal);
        Assert.Contains("楼道三天没扫", results, StringComparison.Ordinal);
        await manager.LookAsync("results");
        Assert.NotEmpty(await manager.DownloadAsync($"/cuihu/surveys/{survey.Split('/')[^1]}.xlsx"));

        await manager.Page.GotoAsync("/cuihu/Surveys/FollowUps");
        Assert.Equal("王强", (await manager.Page.Locator("main tbody a").InnerTextAsync()).Trim());
        await manager.LookAsync("follow-ups");
        await manager.Page.ClickAsync("main tbody a");
        await manager.Page.ClickAsync("form[action*=Take] button, form[action*=take] button");
        await manager.Page.WaitForSelectorAsync(".alert-success");
        await manager.Page.FillAsync("[name=Outcome]", "已上门致歉，保洁改为每天一扫");
        await manager.LookAsync("follow-up");
        await manager.Page.ClickAsync("main form button.btn-primary");
        await manager.Page.WaitForURLAsync("**/Surveys/FollowUps");
        await manager.Page.GotoAsync(survey);
        Assert.Equal("0", (await manager.Page.Locator(".figure a[href$=FollowUps]").InnerTextAsync()).Trim());
    }

    private static async Task AskAsync(Visitor manager, int place, string text, string kind, string options)
    {
        await manager.Page.FillAsync($"#q-{place}-text", text);
        await manager.Page.SelectOptionAsync($"#q-{place}-kind", kind);
        await manager.Page.FillAsync($"#q-{place}-options", options);
    }

    private async Task AnswerAsync(string login, string score, string text)
    {
        var owner = await Visitor.ArriveAsync(desk, "survey-" + login[..5], 390);
        await owner.SignInAsync(login);
        await owner.Page.GotoAsync("/cuihu/Portal/Surveys");
        await owner.LookAsync("list");
        await owner.Page.ClickAsync("main a.list-group-item");
        await owner.Page.ClickAsync($"label[for='r-0-{score}']");
        await owner.Page.GetByLabel("花园").CheckAsync();
        await owner.Page.FillAsync("textarea", text);
        await owner.LookAsync("answered");
        await owner.Page.ClickAsync("main form button.btn-primary");
        await owner.Page.WaitForURLAsync("**/Portal/Surveys");
        Assert.Equal(0, await owner.Page.Locator("main a.list-group-item").CountAsync());
        await owner.LookAsync("thanks");
    }
}
