using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>Tells which columns of an uploaded statement hold what.</summary>
public sealed class LayoutModel(Reconcile reconcile) : DeskPage
{
    [FromQuery(Name = "source")]
    public MoneySource? Asked { get; set; }

    public MoneySource Source => Asked is { } asked && MoneySources.Uploaded.Contains(asked) ? asked : MoneySource.Bank;

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Fee { get; set; }

    public async Task OnGetAsync()
    {
        var layout = await reconcile.LayoutAsync(Source);
        (Date, Reference, Amount, Text, Fee) = (layout.DateColumn, layout.ReferenceColumn, layout.AmountColumn, layout.TextColumn, layout.FeeColumn);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await reconcile.ChangeLayoutAsync(Source, Date, Reference, Amount, Text, Fee);
        Say(Texts.Of("已保存。"));
        return RedirectToPage("Index");
    }
}
