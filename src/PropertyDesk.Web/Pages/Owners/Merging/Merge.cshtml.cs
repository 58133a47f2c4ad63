using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners.Merging;

/// <summary>A merge: what it was, what undoing would bring back, and the undoing.</summary>
public sealed class MergeModel(MergeOwners merging, MergeQueries merges) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MergeRow Row { get; private set; } = null!;

    /// <summary>Null once it is undone.</summary>
    public MergePreview? Preview { get; private set; }

    public override async Task LoadAsync()
    {
        Row = await merges.FindAsync(Id);
        Preview = Row.UndoneAt is null ? await merging.PreviewUndoAsync(Id) : null;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await merging.UndoAsync(Id);
        Say(Texts.Of("合并已撤销。"));
        return RedirectToPage(new { Id });
    }
}
