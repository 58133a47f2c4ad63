using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Web.Demo;

/// <summary>The demo's owner has a flat with the second company too: one login, two companies, each with what is due there.</summary>
internal sealed class DemoElsewhere(IServiceProvider services)
{
    public async Task OwnAsync(string name)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync(c => c.Slug == "hexie");
        db.Current.EnterAsJob(company, "演示数据");
        var month = BillingMonth.Of(db.Current.Today(services.GetRequiredService<TimeProvider>())).Previous;
        var community = new Community(company, "和谐家园");
        community.Describe(community.Name, "上海市徐汇区和谐路 9 号", "021-6666 9900");
        var unit = new Unit(new Building(community, "5栋", 5), "1单元", "0601", 76.5m, UnitKind.Residential);
        var owner = new Owner(community, name);
        var tariff = new Tariff(new ChargeItem(community, "物业费", onBehalf: false, priority: 1), TariffScope.Residential, ChargeMethod.AreaTimesPrice);
        var since = month.FirstDay.AddYears(-1);
        tariff.AddVersion(since, 2.2m, null, "元/㎡·月");
        var user = await db.Users.SingleAsync(u => u.UserName == "owner@demo");
        db.AddRange(community, unit.Building, unit, owner, tariff.ChargeItem, tariff, new Ownership(unit, owner, since), ChargeAssignment.OfUnit(tariff, unit, since), Membership.OfOwner(owner, user.Id));
        await db.SaveChangesAsync();
        var run = await scope.ServiceProvider.GetRequiredService<BillRuns>().DraftAsync(community.Id, month);
        await scope.ServiceProvider.GetRequiredService<BillPublishing>().PublishAsync(run.RunId);
    }
}
