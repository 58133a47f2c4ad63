using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.BrowserTests;

/// <summary>An owner invites on the phone, the guard types the pass, checks, lets in and out; the pass opens nothing afterwards.</summary>
public sealed class AVisitorFromInvitationToExit(DeskInBrowser desk) : IClassFixture<DeskInBrowser>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        var community = new Community(company, "翠湖花园");
        var unit = new Unit(new Building(community, "3栋", 3), null, "101", 80m, UnitKind.Residential);
        var owner = new Owner(community, "张伟");
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        var (home, guard) = (new DeskUser { UserName = "zhang@example.com", DisplayName = "张伟" }, new DeskUser { UserName = "gate@example.com", DisplayName = "吴保安" });
        foreach (var user in new[] { home, guard })
        {
            Assert.True((await users.CreateAsync(user, DeskInBrowser.Password)).Succeeded);
        }

        db.AddRange(community, unit.Building, unit, owner, new Ownership(unit, owner, db.Current.Today(TimeProvider.System).AddYears(-1)));
        db.AddRange(Membership.OfOwner(owner, home.Id), Membership.OfStaff(company, guard.Id, Role.Guard));
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Goes_in_once_and_out_again()
    {
        var pass = await InviteAsync();
        var guard = await Visitor.ArriveAsync(desk, "gate-guard", 390);
        await guard.SignInAsync("gate@example.com");
        await guard.Page.GotoAsync("/cuihu/Visitors");
        await guard.LookAsync("gate");
        await guard.Page.FillAsync("#q", pass);
        await guard.Page.PressAsync("#q", "Enter");
        // A pass leads straight to its visit.
        await guard.Page.WaitForURLAsync("**/Visitors/Details/*");
        await guard.LookAsync("visit");
        await guard.Page.ClickAsync("form[action*='handler=Enter'] button");
        await guard.Page.WaitForSelectorAsync(".alert-success");
        await guard.Page.ClickAsync("form[action*='handler=Leave'] button");
        await guard.Page.WaitForSelectorAsync(".alert-success");

        await guard.Page.GotoAsync("/cuihu/Visitors?q=" + Uri.EscapeDataString(pass));
        await guard.LookAsync("found");
        Assert.Equal(0, await guard.Page.Locator("form[action*='handler=Enter']").CountAsync());
        await guard.Page.GotoAsync("/cuihu/Visitors");
        Assert.Equal("0", await guard.Page.Locator(".figure .value").Nth(1).InnerTextAsync());
        await guard.Page.GotoAsync("/cuihu/Visitors/Past");
        await guard.LookAsync("past");
        Assert.Contains("李访客", await guard.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<string> InviteAsync()
    {
        var owner = await Visitor.ArriveAsync(desk, "gate-owner", 390);
        await owner.SignInAsync("zhang@example.com");
        await owner.Page.GotoAsync("/cuihu/Portal/Visitors/New");
        await owner.Page.FillAsync("[name='Input.Name']", "李访客");
        await owner.Page.FillAsync("[name='Input.Plate']", "沪A12345");
        await owner.LookAsync("invite");
        await owner.Page.ClickAsync("main form .btn-primary");
        await owner.Page.WaitForURLAsync("**/Portal/Visitors/Pass/*");
        await owner.LookAsync("pass");
        return await owner.Page.Locator("main code").InnerTextAsync();
    }
}
