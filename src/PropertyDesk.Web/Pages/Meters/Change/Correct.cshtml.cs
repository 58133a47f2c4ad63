using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters.Change;

/// <summary>Corrects the last reading of a meter.</summary>
public sealed class CorrectModel(ChangeMeters change, MeterDetailsQuery meters) : DeskPage
{
    /// <summary>The reading.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CorrectInput Input { get; set; } = new();

    public MeterDetails Meter { get; private set; } = null!;

    public MeterReadingRow Row => Meter.Readings.First(r => r.Reading.Id == Id);

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync() => Meter = await meters.OfReadingAsync(Id);

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await change.CorrectAsync(Id, Input.Value!.Value, Input.Reason, Input.Confirmed);
        Say(Meter.LastBilled ? Texts.Of("已更正；差额计入下期账单。") : Texts.Of("已更正；草稿账单须重新计算。"));
        return RedirectToPage("/Meters/Details", new { Meter.Id });
    }

    public sealed class CorrectInput
    {
        [Required(ErrorMessage = "请填写正确的读数。")]
        public decimal? Value { get; set; }

        [Required(ErrorMessage = "请填写更正原因。")]
        [StringLength(200)]
        public string Reason { get; set; } = "";

        public bool Confirmed { get; set; }
    }
}
