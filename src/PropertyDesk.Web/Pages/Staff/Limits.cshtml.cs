using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>The approval ladder of the company.</summary>
public sealed class LimitsModel(ApprovalLimits limits) : DeskPage
{
    [BindProperty]
    public List<Step> Input { get; set; } = [];

    public async Task OnGetAsync() => Input = [.. (await limits.ListAsync()).Select(s => new Step { Role = s.Role, Limit = s.Limit?.Yuan })];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        foreach (var step in Input)
        {
            await limits.ChangeAsync(step.Role, step.Limit is { } yuan ? Money.Exact(yuan) : null);
        }

        Say(Texts.Of("审批额度已保存。"));
        return RedirectToPage();
    }

    public sealed class Step
    {
        public Role Role { get; set; }

        [Range(0, 100_000_000, ErrorMessage = "审批额度不能为负数。")]
        public decimal? Limit { get; set; }
    }
}
