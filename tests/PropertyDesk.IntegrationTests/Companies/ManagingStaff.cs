using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Companies;

public sealed class ManagingStaff
{
    [Fact]
    public async Task Whoever_is_disabled_is_out_at_the_next_click()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInAsync(Role.Collector);
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{desk.Company.Slug}/Payments")).StatusCode);

        await desk.In((StaffMembers s) => s.DisableAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/{desk.Company.Slug}/Payments")).StatusCode);

        await desk.In((StaffMembers s) => s.EnableAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{desk.Company.Slug}/Payments")).StatusCode);
    }

    [Fact]
    public async Task A_changed_role_holds_at_the_next_click()
    {
        var desk = await Desk.OpenAsync();
        var client = await desk.SignInAsync(Role.Collector);
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/{desk.Company.Slug}/Staff")).StatusCode);

        await desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Manager, []));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{desk.Company.Slug}/Staff")).StatusCode);
    }

    [Fact]
    public async Task The_last_manager_of_all_communities_stays()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync(Role.Manager);
        var owner = await desk.OwnerAsync();
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());

        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((StaffMembers s) => s.DisableAsync(id)));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Finance, [])));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Manager, [owner.CommunityId])));
        await desk.SignInAsync(Role.Manager);
        await desk.In((StaffMembers s) => s.DisableAsync(id));
    }

    [Fact]
    public async Task A_limit_to_communities_can_be_set_changed_and_lifted()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync(Role.Collector);
        var (first, second) = (await desk.OwnerAsync(), await desk.OwnerAsync());
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());

        await desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Collector, [first.CommunityId]));
        Assert.Equal([first.CommunityId], (await desk.In((StaffQueries s) => s.FindAsync(id))).CommunityIds);
        await desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Collector, [second.CommunityId]));
        Assert.Equal([second.CommunityId], (await desk.In((StaffQueries s) => s.FindAsync(id))).CommunityIds);
        await desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Collector, []));
        Assert.True(await desk.See(db => db.Memberships.Select(m => m.AllCommunities).SingleAsync()));
    }

    [Fact]
    public async Task A_foreign_community_or_member_is_not_there()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync(Role.Collector);
        await desk.SignInAsync(Role.Collector, desk.Foreign);
        var foreign = await desk.OwnerAsync(desk.Foreign);
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());
        var foreignId = await desk.In(desk.Foreign, (DeskDbContext db) => db.Memberships.Select(m => m.Id).SingleAsync());

        await Assert.ThrowsAsync<NotFoundException>(() => desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Collector, [foreign.CommunityId])));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.In((StaffMembers s) => s.DisableAsync(foreignId)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.In((Invitations i) => i.InviteStaffAsync(Role.Collector, "小李", [foreign.CommunityId])));
    }

    [Fact]
    public async Task A_manager_of_some_communities_cannot_give_away_the_others()
    {
        var desk = await Desk.OpenAsync();
        var owner = await desk.OwnerAsync();
        await using var scope = desk.Services.CreateAsyncScope();
        var member = Membership.OfStaff(desk.Company, Guid.NewGuid(), Role.Manager);
        member.LimitTo([await desk.See(db => db.Communities.AsNoTracking().SingleAsync(c => c.Id == owner.CommunityId))]);
        scope.ServiceProvider.GetRequiredService<CurrentCompany>().Enter(desk.Company, member.UserId, "周", [member], []);

        await Assert.ThrowsAsync<RuleViolation>(() => scope.ServiceProvider.GetRequiredService<Invitations>().InviteStaffAsync(Role.Manager, "小李", []));
        await Assert.ThrowsAsync<RuleViolation>(() => scope.ServiceProvider.GetRequiredService<StaffMembers>().EnableAsync(member.Id));
    }

    [Fact]
    public async Task Nobody_becomes_an_owner_by_a_role()
    {
        var desk = await Desk.OpenAsync();
        await desk.SignInAsync(Role.Collector);
        var id = await desk.See(db => db.Memberships.Select(m => m.Id).SingleAsync());

        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((StaffMembers s) => s.ChangeAsync(id, Role.Owner, [])));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.In((Invitations i) => i.InviteStaffAsync(Role.Owner, "小李", [])));
    }
}
