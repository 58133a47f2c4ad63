using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Shifts.Accept;

/// <summary>Takes the cash of a counted shift over.</summary>
public sealed class IndexModel(ShiftQueries shifts, ShiftRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What whoever takes the cash over counted; empty takes the cashier's count.</summary>
    [BindProperty]
    public decimal? Counted { get; set; }

    /// <summary>Why the count is sent back.</summary>
    [BindProperty]
    public string? Because { get; set; }

    public ShiftDetails Shift { get; private set; } = null!;

    public override async Task LoadAsync() => Shift = await shifts.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await room.AcceptAsync(Id, Counted is { } counted ? Money.Exact(counted) : null);
        Say(Texts.Of("已验收。"));
        return RedirectToPage("/Shifts/Details", new { Id });
    }

    public async Task<IActionResult> OnPostSendBackAsync()
    {
        await LoadAsync();
        await room.SendBackAsync(Id, Because);
        Say(Texts.Of("已退回，由收费员再点一次。"));
        return RedirectToPage("/Shifts/Details", new { Id });
    }
}
