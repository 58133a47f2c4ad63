using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices.Edit;

/// <summary>Writes a draft: what it says, to whom, with which files.</summary>
public sealed class IndexModel(NoticeQueries queries, WriteNotices notices, CommunityQueries communities, AudienceReader audiences, OwnerGroups groups, CurrentCompany current) : AudienceDraftPage(communities, audiences, groups)
{
    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Uploads { get; set; } = [];

    public NoticeDetails? Notice { get; private set; }

    public override async Task LoadAsync()
    {
        Notice = Id is { } id ? await queries.FindAsync(id) : null;
        await base.LoadAsync();
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Notice is { } known ? NoticeInput.Of(known.Notice, current.TimeZone) : Input;
        await ShowAudienceAsync(Notice?.Notice.CommunityId, Notice?.Notice.Audience);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var id = await SaveAsync();
        Say(Texts.Of("草稿已保存，请预览后发布。"));
        return RedirectToPage("/Notices/Details", new { id });
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid file)
    {
        await notices.DetachAsync(Id ?? Guid.Empty, file);
        Say(Texts.Of("附件已移除。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await notices.DiscardAsync(Id ?? Guid.Empty);
        Say(Texts.Of("草稿已删除。"));
        return RedirectToPage("/Notices/Index");
    }

    protected override async Task<Guid?> KnownCommunityAsync() => Id is { } id ? (await queries.FindAsync(id)).Notice.CommunityId : null;

    private async Task<Guid> SaveAsync()
    {
        var (community, audience) = await ReadAudienceAsync();
        var plan = Input.Plan(current, audience);
        var files = new List<NewFile>();
        foreach (var upload in Uploads)
        {
            files.Add((await upload.ReadAsync())!);
        }

        if (Id is not { } id)
        {
            return await notices.DraftAsync(community, plan, files);
        }

        await notices.ChangeAsync(id, plan, files);
        return id;
    }
}
