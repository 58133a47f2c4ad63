using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Writes down somebody of a household.</summary>
public sealed class MemberModel(OwnerHeads heads, HouseholdQueries queries, Households households, CompanyDay day) : ResidentPage(heads, queries, day)
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await households.AddMemberAsync(Where, Input.Facts);
        Say(Texts.Of("家庭成员已保存。"));
        return RedirectToPage("/Owners/Household", new { Id });
    }
}
