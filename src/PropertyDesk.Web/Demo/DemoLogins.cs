using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Web.Demo;

/// <summary>One login for each role, with a password that is printed at the start and belongs to the demo data only.</summary>
internal sealed class DemoLogins(IServiceProvider services)
{
    public const string Password = "Cuihu-Demo-1";

    public static readonly (string Login, string Name, Role? Role)[] Everybody =
    [
        ("manager@demo", "陈经理", Role.Manager),
        ("finance@demo", "林财务", Role.Finance),
        ("collector@demo", "周收费", Role.Collector),
        ("desk@demo", "吴客服", Role.ServiceDesk),
        ("worker@demo", "孙师傅", Role.RepairWorker),
        ("guard@demo", "郑保安", Role.Guard),
        ("owner@demo", "业主", Role.Owner),
        ("platform@demo", "平台运营", null),
    ];

    public async Task CreateAsync(int companyId, Guid communityId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>();
        var company = await db.Companies.SingleAsync(c => c.Id == companyId);
        db.Current.EnterAsJob(company, "演示数据");
        foreach (var (login, name, role) in Everybody)
        {
            var user = new DeskUser { UserName = login, Email = login, DisplayName = name, IsPlatformOperator = role is null };
            var made = await users.CreateAsync(user, Password);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
            }

            if (role is { } staff)
            {
                db.Add(staff == Role.Owner ? Membership.OfOwner(await FirstOwnerAsync(db, communityId), user.Id) : Membership.OfStaff(company, user.Id, staff));
            }
        }

        await db.SaveChangesAsync();
        await ProveContactsAsync(scope.ServiceProvider, users);
        await JoinSecondCompanyAsync();
    }

    // Codes for logging in and recovery can go to them.
    private static async Task ProveContactsAsync(IServiceProvider scope, UserManager<DeskUser> users)
    {
        foreach (var login in Everybody.Where(e => e.Role is not null).Select(e => e.Login))
        {
            await scope.GetRequiredService<Contacts>().TakeAsync((await users.FindByNameAsync(login))!, ContactAddress.Read(login));
        }
    }

    // The manager works for two companies, so that the switcher has something to switch.
    private async Task JoinSecondCompanyAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Slug == "hexie");
        db.Current.EnterAsJob(company, "演示数据");
        var manager = await db.Users.SingleAsync(u => u.UserName == "manager@demo");
        db.Add(Membership.OfStaff(company, manager.Id, Role.Manager));
        await db.SaveChangesAsync();
    }

    private static Task<Owner> FirstOwnerAsync(DeskDbContext db, Guid communityId) =>
        (from bill in db.Bills
         where bill.CommunityId == communityId && bill.Owner.Kind == OwnerKind.Person && bill.Outstanding.Fen > 0
         orderby bill.Number
         select bill.Owner).FirstAsync();
}
