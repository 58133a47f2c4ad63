using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Equipment;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Equipment;

/// <summary>A failure, and its repair.</summary>
public sealed class FailureModel(EquipmentQueries equipment, Failures failures, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, StringLength(500)]
    public string? Repair { get; set; }

    [BindProperty]
    public FailureKind Kind { get; set; }

    /// <summary>In yuan.</summary>
    [BindProperty]
    public decimal? Cost { get; set; }

    /// <summary>In the company's time; null for now.</summary>
    [BindProperty]
    public DateTime? At { get; set; }

    public FailureRow Failure { get; private set; } = null!;

    public override async Task LoadAsync() => Failure = await equipment.FailureAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Kind = Failure.Kind;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await failures.MendAsync(Id, Kind, Repair, Money.Exact(Cost ?? 0), At is { } time ? new DateTimeOffset(time, current.TimeZone.GetUtcOffset(time)) : null);
        Say(Texts.Of("修复已登记。"));
        return RedirectToPage("/Equipment/Details", new { id = Failure.AssetId });
    }
}
