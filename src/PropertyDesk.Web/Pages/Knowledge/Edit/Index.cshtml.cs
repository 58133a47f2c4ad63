using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge.Edit;

/// <summary>Writes an article, or its next version.</summary>
public sealed class IndexModel(KnowledgeQueries knowledge, WriteKnowledge write, CallTopics topics) : DeskPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ArticleInput Input { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public ArticleDetails? Article { get; private set; }

    public IReadOnlyList<CallTopic> Topics { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await topics.FillAsync();
        Article = Id is { } id ? await knowledge.FindAsync(id) : null;
        // An article stays under its topic although that one is ended.
        Topics = [.. (await topics.ListAsync(withEnded: true)).Where(t => !t.IsEnded || t.Id == Article?.TopicId)];
    }

    /// <param name="title">What was looked for and not found.</param>
    public async Task OnGetAsync(string? title)
    {
        await LoadAsync();
        Input = new ArticleInput
        {
            RequestId = Guid.NewGuid(),
            Title = title,
        };
        if (Article is { } article)
        {
            (Input.TopicId, Input.Title, Input.Words, Input.Body, Input.Seen) = (article.TopicId, article.Title, article.Words, article.Body, article.Current);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var text = new ArticleText(Input.Title, Input.Words, Input.Body);
        if (Id is { } known)
        {
            await write.ChangeAsync(known, Input.TopicId!.Value, text, Input.Seen);
        }

        var id = Id ?? await write.AddAsync(Input.RequestId, Input.TopicId!.Value, text);
        Say(Texts.Of("文章已保存。"));
        return RedirectToPage("/Knowledge/Details", new { id });
    }

    public sealed class ArticleInput
    {
        public Guid RequestId { get; set; }

        /// <summary>Number of the version that the writer began from; 0 for a new article.</summary>
        public int Seen { get; set; }

        [Required(ErrorMessage = "请选择主题。")]
        public Guid? TopicId { get; set; }

        [Required(ErrorMessage = "请填写标题。"), StringLength(100)]
        public string? Title { get; set; }

        [StringLength(200)]
        public string? Words { get; set; }

        [Required(ErrorMessage = "请填写内容。"), StringLength(ArticleVersion.LongestBody)]
        public string? Body { get; set; }
    }
}
