using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Imports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Imports;

/// <summary>What an uploaded workbook would do, or did; confirm and undo.</summary>
public sealed class PreviewModel(ImportRoom room, UndoImport undo) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whoever confirms stands by the doubtful readings.</summary>
    [BindProperty]
    public bool AcceptDoubts { get; set; }

    public ImportPreview Preview { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync() => Preview = await room.PreviewAsync(Id);

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        await room.ConfirmAsync(Id, AcceptDoubts);
        Say(Texts.Of("导入完成。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        await undo.UndoAsync(Id);
        Say(Texts.Of("导入已撤销，档案恢复原状。"));
        return RedirectToPage(new { Id });
    }
}
