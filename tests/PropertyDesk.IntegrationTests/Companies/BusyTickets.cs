using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A ticket with a picture that is done with material and scored, the working time, a holiday, and somebody in a department.</summary>
internal static class BusyTickets
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static async Task RecordAsync(Desk desk, Company company, Guid payerId)
    {
        await using var scope = desk.Enter(company);
        var services = scope.ServiceProvider;
        var (db, settings) = (services.GetRequiredService<DeskDbContext>(), services.GetRequiredService<TicketSettings>());
        var payer = await db.Owners.SingleAsync(o => o.Id == payerId);
        await settings.FillAsync();
        await settings.SetWeekAsync([(DayOfWeek.Monday, new(9, 0), new(18, 0))]);
        await settings.AddDayAsync(db.Current.Today(desk.Clock).AddDays(3), "端午", null, null);
        var category = await db.TicketCategories.Where(c => c.Kind == TicketKind.Repair).OrderBy(c => c.Name).FirstAsync();
        var staff = await settings.StaffAsync();
        await settings.SaveDepartmentAsync(category.DepartmentId, "工程部", [.. staff.Take(1).Select(s => s.UserId)]);
        var id = await services.GetRequiredService<OpenTickets>().RunAsync(new NewTicket(
            Guid.NewGuid(), payer.CommunityId, category.Id, payer.Id, null, await db.Assets.Select(a => (Guid?)a.Id).FirstOrDefaultAsync(), "厨房", null, Urgency.Normal, TicketSource.Desk, "水管漏水", [new NewFile("a.png", Png)]));
        var move = services.GetRequiredService<MoveTickets>();
        foreach (var verb in new[] { TicketVerb.Accept, TicketVerb.Start })
        {
            await move.DoAsync(id, new TicketAct(verb));
        }

        await move.DoAsync(id, new TicketAct(TicketVerb.Finish, "已换管", Parts: [new TicketPartPlan("PPR 管", 2, Money.Exact(12.50m))]));
        await move.RateAsync(id, 5, null);
    }
}
