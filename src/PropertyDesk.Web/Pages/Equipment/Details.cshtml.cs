using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>A machine with its history; a failure is noted, its counter is read.</summary>
public sealed class DetailsModel(EquipmentQueries equipment, Failures failures, Assets assets, CompanyDay day, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty, StringLength(500)]
    public string? What { get; set; }

    [BindProperty]
    public FailureKind Kind { get; set; }

    [BindProperty]
    public bool Stops { get; set; }

    /// <summary>In the company's time; null for now.</summary>
    [BindProperty]
    public DateTime? Since { get; set; }

    public DateOnly Today => day.Today;

    public AssetDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await equipment.FindAsync(Id);

    public Task OnGetAsync()
    {
        RequestId = Guid.NewGuid();
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostReportAsync()
    {
        await failures.ReportAsync(Id, RequestId, Kind, What, Stops, Since is { } time ? new DateTimeOffset(time, current.TimeZone.GetUtcOffset(time)) : null);
        Say(Texts.Of("故障已登记。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReadAsync(long count, DateOnly on)
    {
        await assets.ReadAsync(Id, count, on);
        Say(Texts.Of("计数已登记。"));
        return RedirectToPage(new { Id });
    }
}
