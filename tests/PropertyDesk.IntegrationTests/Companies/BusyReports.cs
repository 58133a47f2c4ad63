using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A view that is sent to somebody, and a report that was made for them.</summary>
internal static class BusyReports
{
    public static async Task RecordAsync(Desk desk, Company company)
    {
        await using var scope = desk.Enter(company);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var (own, today, now) = (await db.Companies.SingleAsync(c => c.Id == company.Id), db.Current.Today(desk.Clock), desk.Clock.GetUtcNow());
        var (community, person) = (await db.Communities.FirstAsync(), await db.Memberships.Where(m => m.OwnerId == null).Select(m => m.UserId).FirstAsync());
        var view = new ReportView(
            own, person, new ViewPlan("每日资金", ReportName.Money, ViewSpan.MonthToDate, community, true, ViewRhythm.Daily, DayOfWeek.Monday, 1, ReportFormat.Paper, [person]), today.AddDays(3650), Guid.NewGuid());
        var file = ReportFile.Sent(view, new FileOrder(person, "前台", ReportName.Money, ReportFormat.Paper, today, today, community), today, now);
        file.Finish("资金.pdf", "application/pdf", "%PDF"u8.ToArray(), now);
        db.AddRange(view, file);
        await db.SaveChangesAsync();
    }
}
