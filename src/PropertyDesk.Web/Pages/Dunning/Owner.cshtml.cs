using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>All that one needs to talk with an owner about arrears, and the form for what came of it.</summary>
public sealed class OwnerModel(OwnerArrearsQuery arrears, RecordContact record, CallList list, OwnerContacts contacts, CompanyDay day, CurrentCompany current) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public OwnerArrears Arrears { get; private set; } = null!;

    /// <summary>The phone number in clear, when somebody asked for it.</summary>
    public string? Phone { get; private set; }

    public DateOnly Today => day.Today;

    /// <summary>Works through the list of those who are to be called; who does not notes what one owner said.</summary>
    public bool MayCollect => current.May(Permission.CollectArrears);

    public override async Task LoadAsync() => Arrears = await arrears.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new ContactInput { RequestId = Guid.NewGuid(), Bills = [.. Arrears.Bills.Where(b => b.DaysOverdue > 0).Select(b => b.Id)] };
    }

    public async Task<IActionResult> OnPostRevealAsync()
    {
        Phone = (await contacts.RevealAsync(Id)).Phone ?? "";
        ModelState.Clear();
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        if (!MayCollect)
        {
            return Forbid();
        }

        await list.ReleaseAsync(Id);
        return RedirectToPage("/Dunning/Index");
    }

    public Task<IActionResult> OnPostAsync() => RecordAsync(() => Task.FromResult<IActionResult>(MayCollect ? RedirectToPage("/Dunning/Index") : RedirectToPage("/Owners/Details", new { Id })));

    public Task<IActionResult> OnPostNextAsync() => !MayCollect ? OnPostAsync() : RecordAsync(async () =>
        await list.NextAsync() is { } next ? RedirectToPage("/Dunning/Owner", new { id = next }) : RedirectToPage("/Dunning/Index"));

    private async Task<IActionResult> RecordAsync(Func<Task<IActionResult>> go)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await record.RunAsync(Id, Input.Read());
        Say(Texts.Of("联系结果已登记。"));
        return await go();
    }
}
