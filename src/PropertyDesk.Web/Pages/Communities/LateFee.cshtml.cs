using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>What a community agreed on late payment.</summary>
public sealed class LateFeeModel(LateFeeSettings settings) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LateFeeInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        var (dailyRate, graceDays, capShare) = await settings.OfAsync(Id);
        Input = new LateFeeInput { DailyPercent = dailyRate * 100, GraceDays = graceDays, CapPercent = capShare * 100, Order = await settings.OrderAsync(Id) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await settings.ChangeAsync(Id, Input.DailyPercent / 100, Input.GraceDays, Input.CapPercent / 100, Input.Order);
        Say(Texts.Of("违约金设置已保存。"));
        return RedirectToPage("/Communities/Settings", new { Id });
    }

    public sealed class LateFeeInput
    {
        [Range(0, 0.3, ErrorMessage = "违约金日率须在 0 到 0.3% 之间。")]
        public decimal DailyPercent { get; set; }

        [Range(0, 90, ErrorMessage = "宽限期须为 0 到 90 天。")]
        public int GraceDays { get; set; }

        [Range(0.0001, 100, ErrorMessage = "违约金上限须在本金的 0 到 100% 之间，不设上限请留空。")]
        public decimal? CapPercent { get; set; }

        public LateFeeOrder Order { get; set; }
    }
}
