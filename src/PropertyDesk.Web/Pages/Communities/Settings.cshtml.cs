using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>A community's data and billing calendar.</summary>
public sealed class SettingsModel(CommunityQueries communities, ChangeCommunity change, RunApprovals approvals) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    /// <summary>A second person approves each month's bills.</summary>
    public bool NeedsApproval { get; private set; }

    public async Task OnGetAsync()
    {
        var s = await communities.SettingsAsync(Id);
        NeedsApproval = await approvals.IsRequiredAsync(Id);
        Input = new SettingsInput
        {
            Name = s.Name,
            Address = s.Address,
            Phone = s.Phone,
            BillingDay = s.BillingDay,
            DueDays = s.DueDays,
            ReadingAlarmTimes = s.ReadingAlarmTimes,
            ReceiptPaper = s.ReceiptPaper,
        };
    }

    /// <summary>Another company's community is not found, whatever was typed.</summary>
    public override Task LoadAsync() => communities.SettingsAsync(Id);

    public async Task<IActionResult> OnPostApprovalAsync(bool required)
    {
        await approvals.RequireAsync(Id, required);
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await change.RunAsync(Id, new CommunitySettings(
            Input.Name, Input.Address, Input.Phone, Input.BillingDay, Input.DueDays, Input.ReadingAlarmTimes, Input.ReceiptPaper));
        Say(Texts.Of("小区设置已保存。"));
        return RedirectToPage("/Communities/Index");
    }

    public sealed class SettingsInput
    {
        [Required(ErrorMessage = "请填写小区名称。")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(200)]
        public string? Address { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        public int BillingDay { get; set; }

        public int DueDays { get; set; }

        /// <summary>Left as it is where nothing is given.</summary>
        public decimal? ReadingAlarmTimes { get; set; }

        /// <summary>Left as it is where nothing is given.</summary>
        public ReceiptPaper? ReceiptPaper { get; set; }
    }
}
