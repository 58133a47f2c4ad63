using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>Tells which columns of the bank's statement hold what.</summary>
public sealed class LayoutModel(Reconcile reconcile) : DeskPage
{
    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task OnGetAsync()
    {
        var layout = await reconcile.LayoutAsync();
        (Date, Reference, Amount, Text) = (layout.DateColumn, layout.ReferenceColumn, layout.AmountColumn, layout.TextColumn);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await reconcile.ChangeLayoutAsync(Date, Reference, Amount, Text);
        Say(Texts.Of("已保存。"));
        return RedirectToPage("Index");
    }
}
