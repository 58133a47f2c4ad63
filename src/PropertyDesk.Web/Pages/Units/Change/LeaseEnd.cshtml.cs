using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>Ends a lease on a day, or takes it back.</summary>
public sealed class LeaseEndModel(LeaseQueries queries, Leases leases, CurrentCompany current, TimeProvider clock) : DeskPage
{
    /// <summary>The lease.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? To { get; set; }

    public LeaseRow Lease { get; private set; } = null!;

    public override async Task LoadAsync() => Lease = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        To = Lease.To ?? current.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await leases.EndAsync(Id, To!.Value);
        Say(string.Join(' ', new[] { Texts.Of("租约到 {0} 为止，之后由业主缴费。", Show.Day(To)), warning }.Where(text => text.Length > 0)));
        return RedirectToPage("/Units/Details", new { id = Lease.UnitId });
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        await leases.UndoAsync(Id);
        Say(Texts.Of("租约已撤销。"));
        return RedirectToPage("/Units/Details", new { id = Lease.UnitId });
    }
}
