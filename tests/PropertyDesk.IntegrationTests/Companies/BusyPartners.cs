using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Partners;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>An outside unit with a contact, an agreement, a date and an entry.</summary>
internal static class BusyPartners
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var (db, keep) = (scope.ServiceProvider.GetRequiredService<DeskDbContext>(), scope.ServiceProvider.GetRequiredService<KeepPartners>());
        var (community, today) = (await db.Communities.OrderBy(c => c.Name).Select(c => c.Id).FirstAsync(), db.Current.Today(desk.Clock));
        var id = await keep.AddAsync(Guid.NewGuid(), community, new PartnerPlan(PartnerKind.Power, "供电所", null, null, [new ContactPlan("高所长", null, "021-66120001")]));
        await keep.AgreeAsync(id, Guid.NewGuid(), "供用电合同", today, null, null);
        await keep.FixDateAsync(id, Guid.NewGuid(), new PartnerDatePlan(PartnerDateKind.MeterReading, "抄总表", today, 1, 0));
        await keep.NoteAsync(id, Guid.NewGuid(), PartnerEntryKind.Call, today, "报停电", null);
    }
}
