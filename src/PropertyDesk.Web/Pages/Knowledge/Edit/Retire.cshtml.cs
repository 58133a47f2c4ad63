using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge.Edit;

/// <summary>Takes an article out of use, or brings it back.</summary>
public sealed class RetireModel(KnowledgeQueries knowledge, WriteKnowledge write) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ArticleDetails Article { get; private set; } = null!;

    public override async Task LoadAsync() => Article = await knowledge.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(bool archived)
    {
        await write.ArchiveAsync(Id, archived);
        Say(archived ? Texts.Of("文章已停用。") : Texts.Of("文章已恢复使用。"));
        return RedirectToPage("/Knowledge/Details", new { Id });
    }
}
