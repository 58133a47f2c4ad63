using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>What the company asks of logins, and how long the codes on its bills live.</summary>
public sealed class SecurityModel(SecuritySettings settings) : DeskPage
{
    [BindProperty]
    public Rules Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        var rules = await settings.FindAsync();
        Input = new Rules { Roles = [.. rules.SecondFactorRoles], BillCodeMonths = rules.BillCodeMonths, BillCodeEndsWithClaim = rules.BillCodeEndsWithClaim };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await settings.ChangeAsync(new SecurityRules(Input.Roles, Input.BillCodeMonths, Input.BillCodeEndsWithClaim));
        Say(Texts.Of("账号安全设置已保存。"));
        return RedirectToPage();
    }

    public sealed class Rules
    {
        public List<Role> Roles { get; set; } = [];

        [Range(1, 120, ErrorMessage = "账单码有效期应为 1 到 120 个月。")]
        public int BillCodeMonths { get; set; }

        public bool BillCodeEndsWithClaim { get; set; }
    }
}
