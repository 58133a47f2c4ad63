using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Corrects what is known of a pet.</summary>
public sealed class ChangePetModel(HouseholdQueries queries, Households households) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PetInput Input { get; set; } = new();

    public Guid OwnerId { get; private set; }

    public override async Task LoadAsync() => OwnerId = (await queries.PetAsync(Id)).OwnerId;

    public async Task OnGetAsync()
    {
        (OwnerId, var facts) = await queries.PetAsync(Id);
        Input = PetInput.Of(facts);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await households.ChangePetAsync(Id, Input.Facts);
        Say(Texts.Of("宠物已保存。"));
        return RedirectToPage("/Owners/Household", new { id = OwnerId });
    }
}
