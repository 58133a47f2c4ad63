using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Writes down or corrects a pet of a household.</summary>
public sealed class PetModel(OwnerHeads heads, HouseholdQueries queries, Households households, CompanyDay day) : OwnerPage(heads)
{
    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Pet { get; set; }

    [BindProperty]
    public PetInput Input { get; set; } = new();

    public IReadOnlyList<HomeChoice> Homes { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Homes = await queries.HomesAsync(Id);
        _ = Pet is { } pet ? await queries.PetAsync(Id, pet) : null;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Pet is { } pet ? PetInput.Of(await queries.PetAsync(Id, pet)) : Input;
        (Input.RequestId, Input.From) = (Guid.NewGuid(), day.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        if (Pet is { } pet)
        {
            await households.ChangePetAsync(Id, pet, Input.Facts);
        }
        else
        {
            await households.AddPetAsync(new NewResidence(Input.RequestId, Id, Input.UnitId ?? Guid.Empty, Input.From), Input.Facts);
        }

        Say(Texts.Of("宠物已保存。"));
        return RedirectToPage("/Owners/Household", new { Id });
    }

    public sealed class PetInput
    {
        public Guid RequestId { get; set; }

        public Guid? UnitId { get; set; }

        public DateOnly? From { get; set; }

        public PetKind Kind { get; set; }

        [Required(ErrorMessage = "请填写名字或品种。")]
        [StringLength(60)]
        public string? Name { get; set; }

        [StringLength(40)]
        public string? Licence { get; set; }

        public DateOnly? LicenceUntil { get; set; }

        internal PetFacts Facts => new(Kind, Name, Licence, LicenceUntil);

        internal static PetInput Of(PetFacts facts) => new() { Kind = facts.Kind, Name = facts.Name, Licence = facts.Licence, LicenceUntil = facts.LicenceUntil };
    }
}
