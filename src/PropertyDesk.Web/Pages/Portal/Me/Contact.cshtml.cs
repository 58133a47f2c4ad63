using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Web.Hosting;
using PreferenceInput = PropertyDesk.Web.Pages.Owners.DeliveryModel.PreferenceInput;

namespace PropertyDesk.Web.Pages.Portal.Me;

/// <summary>The owner says by which channels to be reached, in which language, and by which not.</summary>
public sealed class ContactModel(DeliveryPreferences preferences, OwnData data) : DeskPage
{
    /// <summary>The owner record.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PreferenceInput Input { get; set; } = new();

    public OwnRecordName Record { get; private set; } = null!;

    /// <summary>Only a record of the login's own: of another there is none here.</summary>
    public override async Task LoadAsync() =>
        Record = (await data.NamesAsync()).FirstOrDefault(r => r.OwnerId == Id) ?? throw new NotFoundException(nameof(Owner), Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = PreferenceInput.Of(await preferences.OfAsync(Id));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await preferences.ChangeAsync(Id, Input.Channel, Input.Language, Input.Refused);
        Say(Texts.Of("联系方式偏好已保存。"));
        return RedirectToPage("Index");
    }
}
