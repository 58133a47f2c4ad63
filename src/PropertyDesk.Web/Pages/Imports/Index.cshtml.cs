using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Imports;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Imports;

/// <summary>Upload, and the imports so far.</summary>
public sealed class IndexModel(ImportRoom room, ImportQueries queries, DeskDbContext db) : DeskPage
{
    public IReadOnlyList<ImportBatchRow> Batches { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communities { get; private set; } = [];

    [BindProperty]
    public Guid? CommunityId { get; set; }

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        Batches = await queries.ListAsync();
        Communities = await db.Communities.OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Id.ToString())).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Workbook is not { Length: > 0 } upload)
        {
            throw new RuleViolation("请选择要上传的工作簿。", field: "Workbook");
        }

        using var content = new MemoryStream();
        await upload.CopyToAsync(content);
        return RedirectToPage("Preview", new { id = await room.UploadAsync(CommunityId, Path.GetFileName(upload.FileName), content.ToArray()) });
    }
}
