using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Settings;

/// <summary>A company's categories, departments and working time.</summary>
public sealed class IndexModel(TicketSettings settings, CompanyDay day) : DeskPage
{
    public IReadOnlyList<TicketCategory> Categories { get; private set; } = [];

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<DayOfWeek, OfficeHours> Week { get; private set; } = new Dictionary<DayOfWeek, OfficeHours>();

    public IReadOnlyList<OfficeDay> Days { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        (Categories, Departments) = (await settings.CategoriesAsync(withEnded: true), await settings.DepartmentsAsync());
        Staff = (await settings.StaffAsync()).ToDictionary(s => s.UserId, s => s.Name);
        (Week, Days) = ((await settings.WeekAsync()).ToDictionary(h => h.Weekday), await settings.DaysAsync(day.Today));
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostEndAsync(Guid category, bool end)
    {
        await settings.EndCategoryAsync(category, end);
        return Saved();
    }

    /// <param name="from">Of Sunday to Saturday; empty where nobody works.</param>
    public async Task<IActionResult> OnPostWeekAsync(List<TimeOnly?> from, List<TimeOnly?> to)
    {
        await settings.SetWeekAsync([.. Enum.GetValues<DayOfWeek>().Where(d => from.ElementAtOrDefault((int)d) is not null && to.ElementAtOrDefault((int)d) is not null).Select(d => (d, from[(int)d]!.Value, to[(int)d]!.Value))]);
        return Saved();
    }

    public async Task<IActionResult> OnPostDayAsync(DateOnly? date, string? name, TimeOnly? begin, TimeOnly? until)
    {
        await settings.AddDayAsync(date ?? throw new Domain.RuleViolation("请选择日期。", field: "Day"), name, begin, until);
        return Saved();
    }

    public async Task<IActionResult> OnPostRemoveDayAsync(Guid officeDay)
    {
        await settings.RemoveDayAsync(officeDay);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage();
    }
}
