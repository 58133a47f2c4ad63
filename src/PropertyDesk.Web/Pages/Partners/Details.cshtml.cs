using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Partners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Partners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Partners;

/// <summary>One outside unit: whom to call, what was agreed, what comes, what went on.</summary>
public sealed class DetailsModel(KeepPartners keep, PartnerQueries partners, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Guid RequestId { get; set; }

    /// <summary>The agreement or the date that is meant.</summary>
    [BindProperty]
    public Guid RowId { get; set; }

    [BindProperty, StringLength(1000)]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly Day { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public PartnerDateKind DateKind { get; set; }

    [BindProperty]
    public int EveryMonths { get; set; } = 1;

    [BindProperty]
    public int RemindDays { get; set; } = 3;

    [BindProperty]
    public PartnerEntryKind EntryKind { get; set; }

    [BindProperty]
    public bool Ended { get; set; }

    [BindProperty]
    public IFormFile? Paper { get; set; }

    public PartnerDetails Partner { get; private set; } = null!;

    public DateOnly Today => current.Today(clock);

    /// <summary>Which of the forms was refused and stays open with what was typed.</summary>
    public string? Open { get; private set; }

    public override async Task LoadAsync()
    {
        Partner = await partners.FindAsync(Id, PageNumber);
        RequestId = Guid.NewGuid();
        Day = Open is null || Day == default ? Today : Day;
    }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostEndAsync() => DoAsync(null, () => keep.EndAsync(Id, Ended));

    public Task<IActionResult> OnPostAgreeAsync() => DoAsync("Agree", async () => await keep.AgreeAsync(Id, RequestId, Text, Day, Until, await Paper.ReadAsync()));

    public Task<IActionResult> OnPostEndAgreementAsync() => DoAsync(null, () => keep.EndAgreementAsync(RowId));

    public Task<IActionResult> OnPostDateAsync() => DoAsync("Date", () => keep.FixDateAsync(Id, RequestId, new PartnerDatePlan(DateKind, Text, Day, EveryMonths, RemindDays)));

    public Task<IActionResult> OnPostKeepAsync() => DoAsync(null, () => keep.KeepDateAsync(RowId, RequestId, Day, Text));

    public Task<IActionResult> OnPostDropAsync() => DoAsync(null, () => keep.DropDateAsync(RowId));

    public Task<IActionResult> OnPostNoteAsync() => DoAsync("Note", async () => await keep.NoteAsync(
        Id, RequestId, EntryKind is PartnerEntryKind.Kept ? throw new RuleViolation("请选择类型。") : EntryKind, Day, Text, await Paper.ReadAsync()));

    private async Task<IActionResult> DoAsync(string? form, Func<Task> act)
    {
        Open = form;
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await act();
        Say(Texts.Of("已登记。"));
        return RedirectToPage(new { Id });
    }
}
