using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>An owner lets the family in, as far as the owner means to, and out again.</summary>
public sealed class KeepingFamily
{
    private static readonly string[] OwnersPages = ["/Portal/Family", "/Portal/Me", "/portal/me.zip"];

    [Fact]
    public async Task A_link_gives_a_login_that_sees_the_same_bills_and_no_more()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, mother) = (await desk.OwnerAsync(desk.Li), desk.Desk.Anonymous());
        var bill = (await desk.LineAsync(desk.Li)).BillId;

        var link = await InviteAsync(desk, li, Role.FamilyViewer, "妈妈");
        Assert.Contains("未使用的邀请", await desk.ReadAsync(li, "/Portal/Family"), StringComparison.Ordinal);
        var page = await mother.GetStringAsync(link);
        Assert.DoesNotContain("13900005678", page, StringComparison.Ordinal);
        await AcceptAsync(mother, link);

        Assert.Contains("258.40", await desk.ReadAsync(mother, "/Portal"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(mother, $"/Portal/Bills/Details/{bill}"));
        Assert.DoesNotContain("看不懂/不同意", await desk.ReadAsync(mother, $"/Portal/Bills/Details/{bill}"), StringComparison.Ordinal);
        foreach (var forbidden in OwnersPages.Append("/Portal/Pay").Append("/Portal/Invoices"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, await desk.StatusAsync(mother, forbidden));
        }

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(mother, $"/Portal/Bills/Details/{(await desk.LineAsync(desk.Zhang)).BillId}"));
        Assert.Equal(HttpStatusCode.Forbidden, await desk.StatusAsync(mother, "/Owners"));
        Assert.Contains("妈妈", await desk.ReadAsync(li, "/Portal/Family"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_pay_pays_and_asks_but_manages_nothing()
    {
        var desk = await PortalDesk.OpenAsync();
        var (payer, line) = (await desk.FamilyAsync(desk.Li, Role.FamilyPayer), await desk.LineAsync(desk.Li));

        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(payer, "/Portal/Pay"));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(payer, $"/Portal/Bills/Details/{line.BillId}?handler=Ask", ("LineId", $"{line.Id}"), ("Question", "问"))).Status);
        Assert.Equal("测试员工", await desk.Till.SeeAsync(db => db.Disputes.Select(d => d.OpenedBy).SingleAsync()));
        foreach (var forbidden in OwnersPages.Append($"/Portal/Me/Request/{desk.Li.Id}?kind=Deletion").Append($"/Portal/Me/Contact/{desk.Li.Id}"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, await desk.StatusAsync(payer, forbidden));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.PostAsync(payer, "/Portal/Family?handler=Invite", ("Input.OwnerId", $"{desk.Li.Id}"), ("Input.Name", "别人"), ("Input.Role", "FamilyPayer"))).Status);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Revoking_works_at_the_next_click_and_a_withdrawn_link_opens_nothing()
    {
        var desk = await PortalDesk.OpenAsync();
        var (li, member) = (await desk.OwnerAsync(desk.Li), await desk.FamilyAsync(desk.Li, Role.FamilyPayer));
        var link = await InviteAsync(desk, li, Role.FamilyPayer, "爸爸");
        var (membership, invitation) = await desk.Till.SeeAsync(async db => (await db.Memberships.Where(m => m.Role == Role.FamilyPayer).Select(m => m.Id).SingleAsync(), await db.Invitations.Select(i => i.Id).SingleAsync()));
        var zhang = await desk.OwnerAsync(desk.Zhang);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(zhang, $"/Portal/Family?handler=Revoke&id={membership}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(zhang, $"/Portal/Family?handler=Withdraw&id={invitation}")).Status);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(member, "/Portal"));

        await desk.PostAsync(li, $"/Portal/Family?handler=Revoke&id={membership}");
        await desk.PostAsync(li, $"/Portal/Family?handler=Withdraw&id={invitation}");

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(member, "/Portal"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Desk.Anonymous().GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(li, "/Portal"));
    }

    /// <summary>Rights hang on the record, not on the login: an owner who looks after another's bills pays only the own.</summary>
    [Fact]
    public async Task An_owner_who_only_looks_at_anothers_bills_acts_for_the_own_record_alone()
    {
        var desk = await PortalDesk.OpenAsync();
        Membership[] both = [Membership.OfOwner(desk.Zhang, Guid.NewGuid()), Membership.OfFamily(desk.Li, Guid.NewGuid(), Role.FamilyViewer, "张伟", desk.Desk.Clock.GetUtcNow())];
        var line = await desk.LineAsync(desk.Li);
        var receipt = await desk.PayAsync(desk.Li);

        await Assert.ThrowsAsync<NotFoundException>(() => desk.AsAsync(both, (HandleDispute d) => d.AskAsync(line.Id, "问")));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.AsAsync(both, (InvoiceRequests r) => r.AskAsync(receipt.Id, new WantedInvoice(InvoiceTitleKind.Person, "张伟", null, "a@example.com"))));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.AsAsync(both, (FamilyMembers f) => f.InviteAsync(desk.Li.Id, Role.FamilyPayer, "自己")));
        var browser = await desk.Desk.SignInAsync(user => Membership.OfOwner(desk.Zhang, user));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(browser, "/Portal/Pay", ("RequestId", $"{Guid.NewGuid()}"), ("OwnerId", $"{desk.Li.Id}"), ("Bills", $"{line.BillId}:25840"), ("Way", "Native"))).Status);
    }

    [Fact]
    public async Task A_family_link_wakes_no_ended_owner_and_gives_the_last_rights_only()
    {
        var desk = await PortalDesk.OpenAsync();
        var user = await desk.Desk.UserAsync();
        await desk.Till.SeeAsync(async db =>
        {
            var ended = Membership.OfOwner(await db.Owners.SingleAsync(o => o.Id == desk.Li.Id), user.Id);
            ended.Disable(desk.Desk.Clock.GetUtcNow());
            db.Add(ended);
            return await db.SaveChangesAsync();
        });
        foreach (var role in new[] { Role.FamilyPayer, Role.FamilyViewer })
        {
            var token = await desk.AsOwnerAsync(desk.Li, (FamilyMembers f) => f.InviteAsync(desk.Li.Id, role, "前业主"));
            await using var scope = desk.Desk.Services.CreateAsyncScope();
            var known = await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Users.SingleAsync(u => u.Id == user.Id);
            await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().AsUserAsync(token, known);
        }

        var enabled = await desk.Till.SeeAsync(db => db.Memberships.Where(m => m.UserId == user.Id && m.DisabledAt == null).Select(m => m.Role).ToListAsync());
        Assert.Equal([Role.FamilyViewer], enabled);
    }

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Manager)]
    public async Task Nobody_gives_more_than_the_familys_rights(Role role)
    {
        var desk = await PortalDesk.OpenAsync();

        Assert.Equal("Role", (await Assert.ThrowsAsync<RuleViolation>(() => desk.AsOwnerAsync(desk.Li, (FamilyMembers f) => f.InviteAsync(desk.Li.Id, role, "自己")))).Field);
    }

    [Fact]
    public async Task The_database_refuses_family_without_an_owner_and_staff_with_one()
    {
        var desk = await PortalDesk.OpenAsync();
        await desk.OwnerAsync(desk.Li);
        await desk.Desk.SignInAsync(Role.Collector);

        await Assert.ThrowsAnyAsync<Exception>(() => desk.Till.SeeAsync(db => db.Memberships.Where(m => m.Role == Role.Owner).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Manager))));
        await Assert.ThrowsAnyAsync<Exception>(() => desk.Till.SeeAsync(db => db.Memberships.Where(m => m.Role == Role.Collector).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.FamilyPayer))));
        Assert.Equal(2, await desk.Till.SeeAsync(db => db.Memberships.CountAsync()));
    }

    [Fact]
    public async Task The_desk_sees_an_owners_family_and_ends_an_access_when_asked()
    {
        var desk = await PortalDesk.OpenAsync();
        var (sister, clerk) = (await desk.FamilyAsync(desk.Li, Role.FamilyPayer), await desk.Desk.SignInAsync(Role.ServiceDesk));
        var member = await desk.Till.SeeAsync(db => db.Memberships.Where(m => m.Role == Role.FamilyPayer).Select(m => m.Id).SingleAsync());
        Assert.Contains("取消 家人 的访问？", await desk.ReadAsync(clerk, $"/Owners/Details/{desk.Li.Id}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(clerk, $"/Owners/Details/{desk.Zhang.Id}?handler=EndFamily", ("member", $"{member}"))).Status);
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(sister, "/Portal"));
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, $"/Owners/Details/{desk.Li.Id}?handler=EndFamily", ("member", $"{member}"))).Status);

        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(sister, "/Portal"));
        Assert.DoesNotContain("取消 家人 的访问？", await desk.ReadAsync(clerk, $"/Owners/Details/{desk.Li.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_is_no_crowd()
    {
        var desk = await PortalDesk.OpenAsync();
        for (var i = 0; i < FamilyMembers.Most; i++)
        {
            await desk.AsOwnerAsync(desk.Li, (FamilyMembers f) => f.InviteAsync(desk.Li.Id, Role.FamilyViewer, $"家人{i}"));
        }

        await Assert.ThrowsAsync<RuleViolation>(() => desk.AsOwnerAsync(desk.Li, (FamilyMembers f) => f.InviteAsync(desk.Li.Id, Role.FamilyViewer, "又一位")));
    }

    private static async Task<string> InviteAsync(PortalDesk desk, HttpClient owner, Role role, string name)
    {
        var page = $"{desk.Root}/Portal/Family";
        using var answer = await Desk.PostAsync(owner, page, page + "?handler=Invite", new() { ["Input.OwnerId"] = $"{desk.Li.Id}", ["Input.Name"] = name, ["Input.Role"] = $"{role}" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await owner.GetStringAsync(page));
        var start = html.IndexOf("/account/invitation?token=", StringComparison.Ordinal);
        return html[start..html.IndexOf('"', start)];
    }

    private static async Task AcceptAsync(HttpClient browser, string link)
    {
        using var answer = await Desk.PostAsync(browser, link, link, new() { ["Input.Login"] = $"{Guid.NewGuid():n}@example.com", ["Input.Password"] = Desk.Password, ["Input.Repeat"] = Desk.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
