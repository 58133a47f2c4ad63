using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Corrects what is known of somebody. The form shows the phone in clear, which is logged.</summary>
public sealed class ChangeMemberModel(HouseholdQueries queries, Households households, OwnerContacts contacts) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public Guid OwnerId { get; private set; }

    public override async Task LoadAsync() => OwnerId = (await queries.MemberAsync(Id)).OwnerId;

    public async Task OnGetAsync()
    {
        (OwnerId, var facts) = await queries.MemberAsync(Id);
        await contacts.RevealAsync(OwnerId);
        Input = MemberInput.Of(facts);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await households.ChangeMemberAsync(Id, Input.Facts);
        Say(Texts.Of("家庭成员已保存。"));
        return RedirectToPage("/Owners/Household", new { id = OwnerId });
    }
}
