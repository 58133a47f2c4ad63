using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.BrowserTests;

/// <summary>A lift and its plan by page, the job of a year of days, and a task on the phone.</summary>
public sealed class AYearOfMaintenance(DeskInBrowser desk) : IClassFixture<DeskInBrowser>
{
    private const int Months = 12;

    [Fact]
    public async Task A_plan_makes_exactly_its_tasks_and_one_is_ticked_off_on_the_phone()
    {
        var manager = await Visitor.ArriveAsync(desk, "equipment", 1440);
        await manager.SignInAsync("manager@example.com");
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var company = await db.Companies.SingleAsync();
        db.Current.EnterAsJob(company, "测试");
        db.Add(new Community(company, "翠湖花园"));
        await db.SaveChangesAsync();
        var asset = await AddAsync(manager);
        await PlanAsync(manager);

        var start = db.Current.Today(TimeProvider.System);
        for (var day = start; day < start.AddYears(1); day = day.AddDays(1))
        {
            await scope.ServiceProvider.GetRequiredService<MaintenanceRoom>().MakeAsync(day);
            await scope.ServiceProvider.GetRequiredService<MaintenanceRoom>().MakeAsync(day);
        }

        await manager.Page.GotoAsync("/cuihu/Equipment/Tasks");
        Assert.Equal(Months, await manager.Page.Locator("main tbody tr").CountAsync());
        await manager.LookAsync("tasks");
        await TickOffAsync(asset);
        foreach (var (address, what) in new[] { ("", "register"), ($"/Details/{asset}", "details"), ("/Failures", "failures"), ($"/Change/State/{asset}", "state") })
        {
            await manager.Page.GotoAsync("/cuihu/Equipment" + address);
            await manager.LookAsync(what);
        }

        var labels = await manager.DownloadAsync("/cuihu/equipment/labels.pdf");
        Assert.Equal("%PDF"u8, labels.AsSpan(0, 4));
    }

    private static async Task<Guid> AddAsync(Visitor manager)
    {
        await manager.Page.GotoAsync("/cuihu/Equipment");
        await manager.LookAsync("empty");
        await manager.Page.ClickAsync("main .page-head a.btn-primary");
        await manager.Page.FillAsync("[name='Input.Name']", "3 栋 1 号客梯");
        await manager.Page.FillAsync("[name='Input.Place']", "2 单元大厅");
        await manager.LookAsync("new");
        await manager.Page.ClickAsync("main form .card-footer button");
        await manager.Page.WaitForURLAsync("**/Equipment/Details/*");
        return Guid.Parse(new Uri(manager.Page.Url).Segments[^1]);
    }

    private static async Task PlanAsync(Visitor manager)
    {
        await manager.Page.ClickAsync("main a[href*='/Equipment/Change/Plan/']");
        await manager.Page.FillAsync("[name='Input.Name']", "月度保养");
        await manager.Page.FillAsync("[name='Input.LeadDays']", "0");
        await manager.Page.FillAsync("[name='Input.Checklist']", "轿门与层门间隙\n底坑有无积水");
        await manager.Page.ClickAsync("main form .card-footer button");
        await manager.Page.WaitForSelectorAsync(".alert-success");
        await manager.LookAsync("plan");
    }

    private async Task TickOffAsync(Guid asset)
    {
        var phone = await Visitor.ArriveAsync(desk, "equipment-phone", 390);
        await phone.SignInAsync("manager@example.com");
        await phone.Page.GotoAsync("/cuihu/Equipment/Tasks");
        await phone.LookAsync("tasks");
        await phone.Page.ClickAsync("main tbody a");
        await phone.Page.WaitForURLAsync("**/Equipment/Task/*");
        await phone.LookAsync("task");
        await phone.Page.ClickAsync("label[for='c-0-Fine']");
        await phone.Page.ClickAsync("label[for='c-1-Faulty']");
        await phone.Page.FillAsync("[name='Results[1].Note']", "积水 2 厘米");
        await phone.Page.ClickAsync("main form.card .btn-primary");
        await phone.Page.WaitForSelectorAsync(".alert-success");
        await phone.LookAsync("done");
        await phone.Page.GotoAsync($"/cuihu/Equipment/Details/{asset}");
        await phone.LookAsync("details");
    }
}
