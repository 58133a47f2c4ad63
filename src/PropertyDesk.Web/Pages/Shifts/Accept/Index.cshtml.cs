using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Shifts.Accept;

/// <summary>Takes the cash of a counted shift over.</summary>
public sealed class IndexModel(ShiftQueries shifts, ShiftRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ShiftDetails Shift { get; private set; } = null!;

    public override async Task LoadAsync() => Shift = await shifts.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await room.AcceptAsync(Id);
        Say(Texts.Of("已验收。"));
        return RedirectToPage("/Shifts/Details", new { Id });
    }
}
