using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application.Calls;

/// <summary>An article that was found.</summary>
/// <param name="VersionId">The version that holds: what a call remembers.</param>
/// <param name="Rank">How telling the match is; the higher the better.</param>
public sealed record ArticleHit(Guid Id, Guid VersionId, int Number, string Title, string? Words, string Topic, Guid TopicId, string Body, bool IsArchived, int Rank);

/// <summary>A version in the history of an article.</summary>
/// <param name="Calls">How often it was read out.</param>
public sealed record VersionRow(int Number, string Title, string Body, string By, DateTimeOffset At, int Calls);

/// <summary>An article with its history, the newest first.</summary>
public sealed record ArticleDetails(Guid Id, Guid TopicId, string Topic, string Title, string? Words, int Current, bool IsArchived, IReadOnlyList<VersionRow> Versions)
{
    public string Body => Versions[0].Body;
}

/// <summary>Finds articles: every word must occur in the title, the keywords or the current text; a title says more than a keyword, and that more than the text.</summary>
public sealed class KnowledgeQueries(DeskDbContext db)
{
    private const int OfTitle = 100;
    private const int OfWords = 10;
    private const int Few = 6;

    /// <param name="text">Words apart by blanks; null or empty for all.</param>
    public async Task<IReadOnlyList<ArticleHit>> SearchAsync(string? text, Guid? topic = null, bool archived = false, int limit = 200) =>
        await FindAsync(SearchWords.Of(text), topic, archived, limit);

    /// <summary>
    /// What may answer a question as it is typed: what has all of its words; else, since Chinese leaves no blanks between
    /// words, what has the most of their pairs of signs.
    /// </summary>
    public async Task<IReadOnlyList<ArticleHit>> SuggestAsync(string? question)
    {
        var words = SearchWords.OfQuestion(question);
        if (words.Count == 0)
        {
            return [];
        }

        var found = await FindAsync(words, null, false, Few);
        return found.Count > 0 ? found : await NearAsync(SearchWords.Pairs(words));
    }

    /// <summary>An article by one of its versions, as it was then.</summary>
    public Task<ArticleHit?> OfVersionAsync(Guid versionId) => db.ArticleVersions.Where(v => v.Id == versionId)
        .Select(v => new ArticleHit(v.ArticleId, v.Id, v.Number, v.Title, v.Article.Words, v.Article.Topic.Name, v.Article.TopicId, v.Body, v.Article.IsArchived, 0)).FirstOrDefaultAsync();

    /// <exception cref="NotFoundException">There is no such article here.</exception>
    public async Task<ArticleDetails> FindAsync(Guid id)
    {
        var article = NotFoundException.Check(await db.Articles.AsNoTracking().Include(a => a.Topic).FirstOrDefaultAsync(a => a.Id == id), id);
        var versions = await db.ArticleVersions.Where(v => v.ArticleId == id).OrderByDescending(v => v.Number)
            .Select(v => new VersionRow(v.Number, v.Title, v.Body, v.By, v.At, db.Calls.Count(c => c.ReadId == v.Id))).ToListAsync();
        return new ArticleDetails(id, article.TopicId, article.Topic.Name, article.Title, article.Words, article.Current, article.IsArchived, versions);
    }

    private async Task<IReadOnlyList<ArticleHit>> FindAsync(IReadOnlyList<string> words, Guid? topic, bool archived, int limit)
    {
        var found = Articles(topic, archived);
        foreach (var word in words)
        {
            // Compared in capitals: PostgreSQL tells small from large, the others do not.
            var pattern = SearchWords.Pattern(word);
            found = Counted(found.Where(m => EF.Functions.Like(m.Article.Title.ToUpper(), pattern, SearchWords.Escape) || EF.Functions.Like(m.Article.Words!.ToUpper(), pattern, SearchWords.Escape) || EF.Functions.Like(m.Body.ToUpper(), pattern, SearchWords.Escape)), pattern);
        }

        return await HitsAsync(found, limit);
    }

    private async Task<IReadOnlyList<ArticleHit>> NearAsync(IReadOnlyList<string> pairs)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var found = pairs.Aggregate(Articles(null, archived: false), (matches, pair) => Counted(matches, SearchWords.Pattern(pair)));
        var hits = await HitsAsync(found.Where(m => m.Rank >= OfWords), Few);
        // What has but a common pair in it stands in the way of the one that answers.
        return [.. hits.Where(h => 2 * h.Rank >= hits[0].Rank)];
    }

    private IQueryable<Match> Articles(Guid? topic, bool archived) =>
        from a in db.Articles
        join v in db.ArticleVersions on new { ArticleId = a.Id, Number = a.Current } equals new { v.ArticleId, v.Number }
        where a.IsArchived == archived && (topic == null || a.TopicId == topic)
        select new Match
        {
            Article = a,
            Body = v.Body,
            VersionId = v.Id,
            Rank = 0,
        };

    private static IQueryable<Match> Counted(IQueryable<Match> matches, string pattern) => matches.Select(m => new Match
    {
        Article = m.Article,
        Body = m.Body,
        VersionId = m.VersionId,
        Rank = m.Rank + (EF.Functions.Like(m.Article.Title.ToUpper(), pattern, SearchWords.Escape) ? OfTitle : EF.Functions.Like(m.Article.Words!.ToUpper(), pattern, SearchWords.Escape) ? OfWords : EF.Functions.Like(m.Body.ToUpper(), pattern, SearchWords.Escape) ? 1 : 0),
    });

    private static async Task<IReadOnlyList<ArticleHit>> HitsAsync(IQueryable<Match> found, int limit) =>
        await found.OrderByDescending(m => m.Rank).ThenBy(m => m.Article.Title).ThenBy(m => m.Article.Id).Take(limit)
            .Select(m => new ArticleHit(m.Article.Id, m.VersionId, m.Article.Current, m.Article.Title, m.Article.Words, m.Article.Topic.Name, m.Article.TopicId, m.Body, m.Article.IsArchived, m.Rank))
            .ToListAsync();

    // With initialisers, not a constructor: only those can be asked again in SQL.
    private sealed class Match
    {
        public Article Article { get; init; } = null!;

        public string Body { get; init; } = "";

        public Guid VersionId { get; init; }

        public int Rank { get; init; }
    }
}
