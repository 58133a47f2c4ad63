using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports;

/// <summary>The collection rate of a month as of a day, with chart, definitions and the identity that proves it.</summary>
public sealed class CollectionRateModel(CollectionRates rates, ReportSettings settings, DeskDbContext db, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    /// <summary>Which grouping is shown, by position: buildings unless told otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public int By { get; set; } = 1;

    public CollectionReport Report { get; private set; } = null!;

    public CollectionGroup Group => Report.Groups[Math.Clamp(By, 0, Report.Groups.Count - 1)];

    public IReadOnlyList<SelectListItem> Communities { get; private set; } = [];

    /// <summary>The month before, cut off on the same day of its month.</summary>
    public CollectionReport MonthBefore { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWaiversAsync(bool asCollected)
    {
        await ReportHeads.RequireAsync(db, Community);
        await settings.CountWaiversAsync(asCollected);
        Say(Texts.Of("已保存。"));
        return RedirectToPage(new { Month, AsOf = AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Community, By });
    }

    public override async Task LoadAsync()
    {
        var today = db.Current.Today(clock);
        var month = BillingMonth.TryParse(Month, out var chosen) ? chosen : await rates.LatestMonthAsync() ?? BillingMonth.Of(today).Previous;
        await ReportHeads.RequireAsync(db, Community);
        Report = await rates.ReportAsync(month, AsOf ?? today, Community);
        MonthBefore = await rates.ReportAsync(month.Previous, Report.CutOff.AddMonths(-1), Community);
        Communities = await db.Communities.OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Id.ToString(), c.Id == Community)).ToListAsync();
    }

    /// <summary>What the chart draws, as JSON; rates in percent, null where there is none.</summary>
    public string Chart(string current, string combined) => JsonSerializer.Serialize(new
    {
        names = Group.Rows.Select(r => r.Name),
        series = new[]
        {
            new { name = current, values = Group.Rows.Select(r => Percent(r.Figures.Current)) },
            new { name = combined, values = Group.Rows.Select(r => Percent(r.Figures.Combined)) },
        },
    });

    private static decimal? Percent(decimal? rate) => rate is { } r ? decimal.Round(r * 100, 2) : null;
}
