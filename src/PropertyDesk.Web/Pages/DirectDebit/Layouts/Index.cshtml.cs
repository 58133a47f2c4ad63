using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit.Layouts;

/// <summary>A layout to begin with.</summary>
public enum ShippedLayout
{
    Bars,
    Fixed,
    Csv,
}

/// <summary>The company's file layouts, and the form that begins one.</summary>
public sealed class IndexModel(DebitLayouts layouts) : DeskPage
{
    public IReadOnlyList<DebitLayoutRow> Rows { get; private set; } = [];

    public override async Task LoadAsync() => Rows = await layouts.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(ShippedLayout profile, string? name, string? merchantNumber, string? purpose)
    {
        var format = profile switch { ShippedLayout.Fixed => ShippedFormats.Fixed, ShippedLayout.Csv => ShippedFormats.Csv, _ => ShippedFormats.Bars };
        var layout = await layouts.AddAsync(name, merchantNumber, purpose, format);
        Say(Texts.Of("格式已添加，请照银行的说明核对各字段。"));
        return RedirectToPage("Edit", new { id = layout });
    }
}
