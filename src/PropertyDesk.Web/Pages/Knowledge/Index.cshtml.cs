using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge;

/// <summary>What the desk answers: by topic, or by what is looked for, the most telling first.</summary>
public sealed class IndexModel(KnowledgeQueries knowledge, CallTopics topics) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    public IReadOnlyList<ArticleHit> Articles { get; private set; } = [];

    public IReadOnlyList<CallTopic> Topics { get; private set; } = [];

    /// <summary>By topic in their order; what was looked for stands together, without one.</summary>
    public IEnumerable<IGrouping<string, ArticleHit>> Groups => string.IsNullOrWhiteSpace(Q)
        ? Articles.GroupBy(a => a.Topic).OrderBy(g => Topics.Select(t => t.Name).ToList().IndexOf(g.Key)) : Articles.GroupBy(_ => "");

    public async Task OnGetAsync() => (Articles, Topics) = (await knowledge.SearchAsync(Q, Topic, Archived), await topics.ListAsync(withEnded: true));
}
