using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>A corrected area from a day on.</summary>
public sealed class AreaModel(UnitHeadQuery heads, AreaCorrections areas, CurrentCompany current, TimeProvider clock) : UnitChangePage(heads)
{
    [BindProperty]
    public AreaInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new AreaInput { From = current.Today(clock), Area = Unit.Area, InnerArea = Unit.InnerArea };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await areas.CorrectAsync(Id, Input.From!.Value, Input.Area!.Value, Input.InnerArea, Input.Reason);
        return Done(Texts.Of("面积更正已登记，{0} 起按 {1} ㎡ 计费。", Show.Day(Input.From), Show.Number(Input.Area.Value)), warning);
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        await areas.UndoAsync(Id);
        return Done(Texts.Of("最近一次面积更正已撤销。"));
    }

    public sealed class AreaInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = "请填写面积。")]
        [Range(0.0001, 100_000, ErrorMessage = "面积须在 0 到 100000 ㎡ 之间。")]
        public decimal? Area { get; set; }

        [Range(0.0001, 100_000, ErrorMessage = "面积须在 0 到 100000 ㎡ 之间。")]
        public decimal? InnerArea { get; set; }

        [Required(ErrorMessage = "请填写原因。")]
        [StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
