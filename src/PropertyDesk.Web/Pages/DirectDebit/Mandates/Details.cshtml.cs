using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit.Mandates;

/// <summary>A mandate: changed, or ended.</summary>
public sealed class DetailsModel(MandateQueries mandates, MandateRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public MandateInput Input { get; set; } = new();

    public MandateRow Mandate { get; private set; } = null!;

    public override async Task LoadAsync() => Mandate = await mandates.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = MandateInput.Of(Mandate);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await room.ChangeAsync(Id, Input.Terms(), Input.Account);
        Say(Texts.Of("已保存。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await room.EndAsync(Id);
        Say(Texts.Of("委托已终止。"));
        return RedirectToPage(new { Id });
    }
}
