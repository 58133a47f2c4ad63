using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application.Calls;

/// <summary>Writes the knowledge base; it is the company's, so whoever is limited to some communities only reads it.</summary>
public sealed class WriteKnowledge(DeskDbContext db, TimeProvider clock)
{
    /// <param name="requestId">Made with the form: sent twice, it is one article.</param>
    /// <exception cref="RuleViolation">Something is missing, or the topic is ended.</exception>
    public async Task<Guid> AddAsync(Guid requestId, Guid topicId, ArticleText text)
    {
        db.Current.RequireAllCommunities();
        if (await db.EarlierAsync<Article>(a => a.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        var company = db.Current.Require();
        var article = new Article(await db.Companies.SingleAsync(c => c.Id == company), await TopicAsync(topicId), requestId);
        db.Add(article.Write(text, db.Acting(clock)));
        return await db.SaveOnceAsync(article, a => a.RequestId == requestId);
    }

    /// <summary>Adds a version; the same text sent twice by the same writer is one.</summary>
    /// <param name="seen">Number of the version that the writer began from.</param>
    /// <exception cref="RuleViolation">Something is missing, it is archived, or somebody else wrote meanwhile.</exception>
    public async Task ChangeAsync(Guid id, Guid topicId, ArticleText text, int seen)
    {
        var article = await FindAsync(id);
        if (article.Current != seen)
        {
            var newest = await db.ArticleVersions.AsNoTracking().SingleAsync(v => v.ArticleId == id && v.Number == article.Current);
            if (article.Current == seen + 1 && newest.By == db.Current.UserName && (newest.Title, newest.Body) == (text.Title?.Trim(), text.Body?.Trim()))
            {
                return;
            }

            throw new RuleViolation("这篇文章刚有了新版本，请先看过再改。");
        }

        article.MoveTo(await TopicAsync(topicId));
        db.Add(article.Write(text, db.Acting(clock)));
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Takes it out of the search, or brings it back.</summary>
    public async Task ArchiveAsync(Guid id, bool isArchived)
    {
        var article = await FindAsync(id);
        if (isArchived)
        {
            article.Archive();
        }
        else
        {
            article.Restore();
        }

        await db.SaveOrRefuseAsync();
    }

    private async Task<Article> FindAsync(Guid id)
    {
        db.Current.RequireAllCommunities();
        return NotFoundException.Check(await db.Articles.FirstOrDefaultAsync(a => a.Id == id), id);
    }

    private async Task<CallTopic> TopicAsync(Guid id) => NotFoundException.Check(await db.CallTopics.FirstOrDefaultAsync(t => t.Id == id), id);
}
