using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Security;

/// <summary>Logins and owners for these tests.</summary>
internal static class People
{
    public static async Task<DeskUser> UserAsync(this Desk desk, bool isOperator = false)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var login = $"{Guid.NewGuid():n}@example.com";
        var user = new DeskUser { UserName = login, Email = login, DisplayName = "测试员工", IsPlatformOperator = isOperator };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, Desk.Password)).Succeeded);
        return user;
    }

    public static Task<Owner> OwnerAsync(this Desk desk, Company? company = null) => desk.In(company ?? desk.Company, async (DeskDbContext db) =>
    {
        var community = new Community(await db.Companies.SingleAsync(c => c.Id == db.Current.Id), "小区" + Guid.NewGuid().ToString("n")[..6]);
        var owner = new Owner(community, "张伟");
        owner.SetContact("13812341234", null);
        db.AddRange(community, owner);
        await db.SaveChangesAsync();
        return owner;
    });

    /// <summary>A browser with a login that may do everything: manager, owner and platform operator in one.</summary>
    public static async Task<HttpClient> SignInWithEverythingAsync(this Desk desk)
    {
        var user = await desk.UserAsync(isOperator: true);
        var owner = await desk.OwnerAsync();
        await desk.In(async (DeskDbContext db) =>
        {
            db.Add(Membership.OfStaff(await db.Companies.SingleAsync(c => c.Id == db.Current.Id), user.Id, Role.Manager));
            db.Add(Membership.OfOwner(await db.Owners.SingleAsync(o => o.Id == owner.Id), user.Id));
            await db.SaveChangesAsync();
        });
        return await desk.SignInAsync(user);
    }

    public static async Task<HttpClient> SignInAsync(this Desk desk, DeskUser user)
    {
        var client = desk.Anonymous();
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await client.LogInAsync(user.UserName!, Desk.Password)).StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> LogInAsync(this HttpClient client, string login, string password) =>
        Desk.PostAsync(client, "/account/login", "/account/login", new() { ["Input.Login"] = login, ["Input.Password"] = password });
}
