using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit.Layouts;

/// <summary>Describes a bank's files: their records, field by field, and what the bank's codes mean.</summary>
public sealed class EditModel(DebitLayouts layouts) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FormatInput Input { get; set; } = new();

    public DebitLayout Layout { get; private set; } = null!;

    public override async Task LoadAsync() => Layout = await layouts.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = FormatInput.Of(Layout);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await layouts.ChangeAsync(Id, Input.Name, Input.MerchantNumber, Input.Purpose, Input.Format());
        Say(Texts.Of("已保存。"));
        return RedirectToPage(new { Id });
    }
}
