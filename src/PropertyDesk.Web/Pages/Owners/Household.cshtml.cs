using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Who lives with an owner or renter, their pets, and whom to call in an emergency.</summary>
public sealed class HouseholdModel(OwnerHeads heads, HouseholdQueries queries, Households households, OwnerContacts contacts) : OwnerPage(heads)
{
    public Household Household { get; private set; } = new([], []);

    public IReadOnlyList<HomeChoice> Homes { get; private set; } = [];

    public bool IsRevealed { get; private set; }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        (Household, Homes) = (await queries.OfOwnerAsync(Id, IsRevealed), await queries.HomesAsync(Id));
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRevealAsync()
    {
        await contacts.RevealAsync(Id);
        IsRevealed = true;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndMemberAsync(Guid resident)
    {
        await households.EndMemberAsync(Id, resident, null);
        return Done(Texts.Of("已登记迁出，记录保留。"));
    }

    public async Task<IActionResult> OnPostEndPetAsync(Guid resident)
    {
        await households.EndPetAsync(Id, resident, null);
        return Done(Texts.Of("已登记迁出，记录保留。"));
    }
}
