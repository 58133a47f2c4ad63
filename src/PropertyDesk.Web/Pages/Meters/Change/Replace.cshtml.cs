using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters.Change;

/// <summary>Another counter in a meter's place.</summary>
public sealed class ReplaceModel(ChangeMeters change, MeterDetailsQuery meters, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReplaceInput Input { get; set; } = new();

    public MeterDetails Meter { get; private set; } = null!;

    public override async Task LoadAsync() => Meter = await meters.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new ReplaceInput { On = current.Today(clock), Digits = Meter.Digits, Multiplier = Meter.Multiplier };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await change.ReplaceAsync(Id, Input.On!.Value, Input.Last!.Value, Input.Rollover, new Counter(Input.Number, Input.Digits, Input.Multiplier, Input.First!.Value));
        Say(Texts.Of("已换表；下次抄表的用量为旧表与新表之和。"));
        return RedirectToPage("/Meters/Details", new { Id });
    }

    public sealed class ReplaceInput
    {
        [Required(ErrorMessage = "请填写换表日。")]
        public DateOnly? On { get; set; }

        [Required(ErrorMessage = "请填写旧表止数。")]
        public decimal? Last { get; set; }

        public bool Rollover { get; set; }

        [Required(ErrorMessage = "请填写新表的表号。")]
        [StringLength(40)]
        public string Number { get; set; } = "";

        public int Digits { get; set; }

        public decimal Multiplier { get; set; }

        [Required(ErrorMessage = "请填写新表起数。")]
        public decimal? First { get; set; } = 0;
    }
}
