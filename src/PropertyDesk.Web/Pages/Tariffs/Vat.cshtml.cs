using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>Sets the VAT that the prices of an item include. Lines that exist keep theirs.</summary>
public sealed class VatModel(TariffQueries queries, Application.Charges.Tariffs tariffs) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public VatInput Input { get; set; } = new();

    public ItemVat Item { get; private set; } = null!;

    public override async Task LoadAsync() => Item = await queries.VatAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new VatInput { Percent = Item.Rate * 100m };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await tariffs.SetVatAsync(Id, Input.Percent);
        Say(Texts.Of("税率已保存。"));
        return RedirectToPage("/Tariffs/Index", new { community = Item.CommunityId });
    }

    public sealed class VatInput
    {
        [Range(0, 99, ErrorMessage = "税率须在 0 到 99 之间。")]
        public decimal Percent { get; set; }
    }
}
