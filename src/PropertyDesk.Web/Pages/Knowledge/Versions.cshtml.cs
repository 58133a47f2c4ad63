using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge;

/// <summary>What changed between two versions of an article, line by line, the title as the first.</summary>
public sealed class VersionsModel(KnowledgeQueries knowledge) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Number of a version; the one before the newer where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Older { get; set; }

    /// <summary>Number of a version; the one that holds where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Newer { get; set; }

    public ArticleDetails Article { get; private set; } = null!;

    public VersionRow Before { get; private set; } = null!;

    public VersionRow After { get; private set; } = null!;

    public IReadOnlyList<ComparedLine> Lines { get; private set; } = [];

    public bool IsSame => Lines.All(l => l.Change == LineChange.Kept);

    public async Task OnGetAsync()
    {
        Article = await knowledge.FindAsync(Id);
        After = Version(Newer ?? Article.Current);
        Before = Version(Older ?? Math.Max(1, After.Number - 1));
        Lines = TextComparison.Of($"{Before.Title}\n{Before.Body}", $"{After.Title}\n{After.Body}");
    }

    private VersionRow Version(int number) => NotFoundException.Check(Article.Versions.FirstOrDefault(v => v.Number == number), Id);
}
