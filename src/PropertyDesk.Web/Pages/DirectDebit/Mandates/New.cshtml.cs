using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit.Mandates;

/// <summary>Records the mandate that an owner gave.</summary>
public sealed class NewModel(MandateRoom room, OwnerDuesQuery dues, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid OwnerId { get; set; }

    [BindProperty]
    public MandateInput Input { get; set; } = new();

    public OwnerDues Dues { get; private set; } = null!;

    public override async Task LoadAsync() => Dues = await dues.FindAsync(OwnerId);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Input.Holder, Input.From) = (Dues.Name, day.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var mandate = await room.AddAsync(OwnerId, Input.Terms(), Input.Account);
        Say(Texts.Of("委托已登记。"));
        return RedirectToPage("Details", new { id = mandate });
    }
}
