using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit;

/// <summary>One collection: what the bank said of it, and the decision where it needs one.</summary>
public sealed class LineModel(DebitQueries debits, DebitBatches batches, DecideDebitLine decide) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DebitLineDetails Line { get; private set; } = null!;

    public override async Task LoadAsync() => Line = await debits.LineAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostTakeOutAsync()
    {
        await batches.TakeOutAsync(Id);
        Say(Texts.Of("已移出批次，账单恢复为可收款。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostCollectedAsync(DateOnly? bankDate, string? note)
    {
        await decide.CollectedAsync(Id, bankDate, note);
        Say(Texts.Of("已处理。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostFailedAsync(string? reason)
    {
        await decide.FailedAsync(Id, reason);
        Say(Texts.Of("已处理。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostCloseAsync(string? note)
    {
        await decide.CloseCaseAsync(Id, note);
        Say(Texts.Of("已处理。"));
        return RedirectToPage(new { Id });
    }
}
