using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Companies;

public sealed class AcceptingInvitations
{
    [Fact]
    public async Task A_link_makes_a_login_with_its_role_once()
    {
        var desk = await Desk.OpenAsync();
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Collector, "小李", []));
        var client = desk.Anonymous();

        var answer = await AcceptAsync(client, token, NewLogin());

        Assert.Equal((HttpStatusCode.Redirect, $"/{desk.Company.Slug}/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{desk.Company.Slug}/Payments")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/{desk.Company.Slug}/Staff")).StatusCode);
        Assert.Contains("邀请链接已使用或已过期", await desk.Anonymous().GetStringAsync("/account/invitation?token=" + token), StringComparison.Ordinal);
        var again = await Assert.ThrowsAsync<RuleViolation>(() => UseAsync(desk, token, NewLogin()));
        Assert.Equal("邀请链接已经使用过。", again.Message);
    }

    [Fact]
    public async Task An_owners_link_opens_the_portal_of_that_owner_only()
    {
        var desk = await Desk.OpenAsync();
        var (owner, neighbour) = (await desk.OwnerAsync(), await desk.OwnerAsync());
        var token = await desk.In((Invitations i) => i.InviteOwnerAsync(owner.Id));
        var client = desk.Anonymous();
        Assert.Contains("13812341234", await client.GetStringAsync("/account/invitation?token=" + token), StringComparison.Ordinal);

        await AcceptAsync(client, token, NewLogin());

        var member = await desk.See(db => db.Memberships.SingleAsync());
        Assert.Equal((Role.Owner, owner.Id), (member.Role, member.OwnerId));
        Assert.NotEqual(neighbour.Id, member.OwnerId);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/{desk.Company.Slug}/Owners/Details/{neighbour.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_new_link_for_an_owner_ends_the_earlier_one()
    {
        var desk = await Desk.OpenAsync();
        var owner = await desk.OwnerAsync();
        var first = await desk.In((Invitations i) => i.InviteOwnerAsync(owner.Id));
        var second = await desk.In((Invitations i) => i.InviteOwnerAsync(owner.Id));

        await Assert.ThrowsAsync<NotFoundException>(() => UseAsync(desk, first, NewLogin()));
        await UseAsync(desk, second, NewLogin());
    }

    [Fact]
    public async Task Somebody_with_a_login_joins_with_it()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        var client = await desk.SignInAsync(user);
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Finance, "小李", []));
        var page = "/account/invitation?token=" + token;

        var answer = await Desk.PostAsync(client, page, page + "&handler=Join", []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var member = await desk.See(db => db.Memberships.AsNoTracking().SingleAsync());
        Assert.Equal((user.Id, Role.Finance), (member.UserId, member.Role));
    }

    [Fact]
    public async Task A_login_that_exists_cannot_be_taken_over_by_a_link()
    {
        var desk = await Desk.OpenAsync();
        var user = await desk.UserAsync();
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Manager, "小李", []));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => UseAsync(desk, token, user.UserName!));

        Assert.Equal("Input.Login", refused.Field);
        Assert.Equal(0, await desk.See(db => db.Memberships.CountAsync()));
        Assert.Null(await desk.See(db => db.Invitations.Select(i => i.AcceptedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        var desk = await Desk.OpenAsync();
        var earlier = new FakeTimeProvider(desk.Clock.GetUtcNow() - Invitation.Lifetime - TimeSpan.FromSeconds(1));
        var token = await desk.In((DeskDbContext db) => new Invitations(db, earlier).InviteStaffAsync(Role.Finance, "小李", []));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => UseAsync(desk, token, NewLogin()));

        Assert.Contains("过期", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_are_one()
    {
        var desk = await Desk.OpenAsync();
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Finance, "小李", []));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await Record.ExceptionAsync(() => UseAsync(desk, token, NewLogin()))));

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.Where(o => o is not null), o => Assert.IsType<RuleViolation>(o));
        Assert.Equal(1, await desk.See(db => db.Memberships.CountAsync()));
    }

    [Fact]
    public async Task The_database_keeps_no_token()
    {
        var desk = await Desk.OpenAsync();
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Finance, "小李", []));

        Assert.NotEqual(token, await desk.See(db => db.Invitations.Select(i => i.TokenHash).SingleAsync()));
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task A_foreign_owner_cannot_be_invited()
    {
        var desk = await Desk.OpenAsync();
        var foreign = await desk.OwnerAsync(desk.Foreign);

        await Assert.ThrowsAsync<NotFoundException>(() => desk.In((Invitations i) => i.InviteOwnerAsync(foreign.Id)));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1381234123")]
    [InlineData("")]
    public async Task A_login_is_a_mobile_number_or_an_address(string login)
    {
        var desk = await Desk.OpenAsync();
        var token = await desk.In((Invitations i) => i.InviteStaffAsync(Role.Finance, "小李", []));

        Assert.Equal("Input.Login", (await Assert.ThrowsAsync<RuleViolation>(() => UseAsync(desk, token, login))).Field);
    }

    [Theory]
    [InlineData("１３８ 1234 1234", "13812341234")]
    [InlineData("+86 13812341234", "13812341234")]
    [InlineData(" a@example.com ", "a@example.com")]
    public void A_login_is_kept_in_one_form(string typed, string kept) => Assert.Equal(kept, Application.Companies.NewLogin.Normalize(typed));

    private static string NewLogin() => $"{Guid.NewGuid():n}@example.com";

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string token, string login)
    {
        var page = "/account/invitation?token=" + token;
        return Desk.PostAsync(client, page, page, new() { ["Input.Login"] = login, ["Input.Password"] = Desk.Password, ["Input.Repeat"] = Desk.Password });
    }

    private static async Task UseAsync(Desk desk, string token, string login)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().AsNewUserAsync(token, login, Desk.Password);
    }
}
