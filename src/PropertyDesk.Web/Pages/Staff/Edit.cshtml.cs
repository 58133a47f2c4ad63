using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>Changes the role and the communities of a member of staff.</summary>
public sealed class EditModel(StaffQueries staff, StaffMembers members, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StaffInput Input { get; set; } = new();

    public StaffDetails Member { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => (Member, Communities) = (await staff.FindAsync(Id), await communities.NamesAsync());

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Input.Role, Input.Communities) = (Member.Role, [.. Member.CommunityIds]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await members.ChangeAsync(Id, Input.Role!.Value, Input.Communities);
        Say(Texts.Of("已保存，立即生效。"));
        return RedirectToPage("/Staff/Index");
    }
}
