using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Records by which channels an owner wants to be reached, in which language, and by which not.</summary>
public sealed class DeliveryModel(DeliveryPreferences preferences, OwnerQueries owners) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PreferenceInput Input { get; set; } = new();

    public OwnerDetails Owner { get; private set; } = null!;

    public DeliveryPreference? Preference { get; private set; }

    public override async Task LoadAsync() => (Owner, Preference) = (await owners.FindAsync(Id), await preferences.OfAsync(Id));

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = PreferenceInput.Of(Preference);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await preferences.ChangeAsync(Id, Input.Channel, Input.Language, Input.Refused);
        Say(Texts.Of("联系方式偏好已保存。"));
        return RedirectToPage("/Owners/Details", new { Id });
    }

    public sealed class PreferenceInput
    {
        public DeliveryChannel? Channel { get; set; }

        public DeliveryLanguage? Language { get; set; }

        public bool AgreesToEmail { get; set; }

        public bool AgreesToSms { get; set; }

        public bool AgreesToPhone { get; set; }

        internal static PreferenceInput Of(DeliveryPreference? preference) => new()
        {
            Channel = preference?.Channel,
            Language = preference?.Language,
            AgreesToEmail = preference?.RefusesEmail != true,
            AgreesToSms = preference?.RefusesSms != true,
            AgreesToPhone = preference?.RefusesPhone != true,
        };

        internal IReadOnlyCollection<DeliveryChannel> Refused =>
        [
            .. new[] { (DeliveryChannel.Email, AgreesToEmail), (DeliveryChannel.Sms, AgreesToSms), (DeliveryChannel.Phone, AgreesToPhone) }.Where(c => !c.Item2).Select(c => c.Item1),
        ];
    }
}
