using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account.Bill;

/// <summary>
/// Where the code on a printed bill leads: asks for what only the payer knows. The page is the same whether or not there is
/// such a code. Who is logged in and may see the bill goes on to it.
/// </summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class IndexModel(BillCodes codes, OpenedBills opened, UserManager<DeskUser> users) : DeskPage
{
    [BindProperty]
    public Answer Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? code)
    {
        Input.Code = code;
        return code is not null && Guid.TryParse(users.GetUserId(User), out var me) && await codes.PlaceForAsync(code, me) is var (slug, bill)
            ? LocalRedirect($"/{slug}/portal/bills/details/{bill}")
            : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var bill = await codes.OpenAsync(Input.Code, new BillAnswer(Input.PhoneTail, Input.Name, Input.Unit));
        opened.Remember(HttpContext, bill.CompanyId, bill.BillId);
        return RedirectToPage("/Account/Bill/Opened");
    }

    public sealed class Answer
    {
        [Required(ErrorMessage = "此项必填。")]
        [StringLength(40, ErrorMessage = "最多 {1} 个字符。")]
        public string? Code { get; set; }

        [StringLength(4, ErrorMessage = "最多 {1} 个字符。")]
        public string? PhoneTail { get; set; }

        [StringLength(100, ErrorMessage = "最多 {1} 个字符。")]
        public string? Name { get; set; }

        [StringLength(40, ErrorMessage = "最多 {1} 个字符。")]
        public string? Unit { get; set; }
    }
}
