using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.LateFees;

/// <summary>The late fee of a bill for any day, its freezes, and the billing of an owner's late fees.</summary>
public sealed class BillModel(BillQueries bills, LateFeeQueries queries, LateFeeBills lateFees, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Last day that counts; today where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public BillDetails Bill { get; private set; } = null!;

    public BillLateFee? Fee { get; private set; }

    public override async Task LoadAsync()
    {
        Until ??= day.Today;
        Bill = await bills.FindAsync(Id);
        Fee = await queries.OfBillAsync(Id, Until.Value);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBillAsync()
    {
        var bill = await bills.FindAsync(Id);
        var billed = await lateFees.BillAsync(bill.OwnerId);
        Say(Texts.Of("已开具违约金 {0}。", billed));
        return RedirectToPage("/Owners/Details", new { id = bill.OwnerId });
    }

    public async Task<IActionResult> OnPostFreezeAsync(FreezeReason reason, string? note)
    {
        await lateFees.FreezeAsync(Id, reason, note);
        Say(Texts.Of("违约金从今天起冻结。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostThawAsync(Guid freeze)
    {
        await lateFees.ThawAsync(freeze);
        Say(Texts.Of("冻结已结束，从明天起继续计算。"));
        return RedirectToPage(new { Id });
    }
}
