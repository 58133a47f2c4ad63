using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge;

/// <summary>An article as it holds now, and who wrote which version when.</summary>
public sealed class DetailsModel(KnowledgeQueries knowledge) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ArticleDetails Article { get; private set; } = null!;

    public async Task OnGetAsync() => Article = await knowledge.FindAsync(Id);
}
