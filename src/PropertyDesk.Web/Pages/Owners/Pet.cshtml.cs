using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Writes down a pet of a household.</summary>
public sealed class PetModel(OwnerHeads heads, HouseholdQueries queries, Households households, CompanyDay day) : ResidentPage(heads, queries, day)
{
    [BindProperty]
    public PetInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await households.AddPetAsync(Where, Input.Facts);
        Say(Texts.Of("宠物已保存。"));
        return RedirectToPage("/Owners/Household", new { Id });
    }
}
