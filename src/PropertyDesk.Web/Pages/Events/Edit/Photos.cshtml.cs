using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.Files;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Edit;

/// <summary>Pictures of the event, for those it was announced to.</summary>
public sealed class PhotosModel(EventQueries queries, EventPhotos events) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    public EventDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var files = new List<NewFile>();
        foreach (var photo in Photos)
        {
            files.Add((await photo.ReadAsync())!);
        }

        Say(Texts.Of("已上传 {0} 张照片。", await events.AddAsync(Id, files)));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid photo)
    {
        await events.RemoveAsync(photo);
        Say(Texts.Of("照片已删除。"));
        return RedirectToPage(new { Id });
    }
}
