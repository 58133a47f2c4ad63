using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application.Calls;

/// <summary>Writes the knowledge base; it is the company's, so whoever is limited to some communities only reads it.</summary>
public sealed class WriteKnowledge(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleViolation">Something is missing.</exception>
    public async Task<Guid> AddAsync(Guid topicId, ArticleText text)
    {
        db.Current.RequireAllCommunities();
        var company = db.Current.Require();
        var article = new Article(await db.Companies.SingleAsync(c => c.Id == company), await TopicAsync(topicId));
        db.AddRange(article, article.Write(text, db.Acting(clock)));
        await db.SaveChangesAsync();
        return article.Id;
    }

    /// <summary>Adds a version.</summary>
    /// <param name="seen">The version that the writer began from.</param>
    /// <exception cref="RuleViolation">Something is missing, it is archived, or somebody else wrote meanwhile.</exception>
    public async Task ChangeAsync(Guid id, Guid topicId, ArticleText text, int seen)
    {
        var article = await FindAsync(id);
        if (article.Current != seen)
        {
            throw new RuleViolation("这篇文章刚有了新版本，请先看过再改。");
        }

        article.MoveTo(await TopicAsync(topicId));
        db.Add(article.Write(text, db.Acting(clock)));
        await SaveAsync();
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

        await SaveAsync();
    }

    private async Task<Article> FindAsync(Guid id)
    {
        db.Current.RequireAllCommunities();
        return NotFoundException.Check(await db.Articles.FirstOrDefaultAsync(a => a.Id == id), id);
    }

    private async Task<CallTopic> TopicAsync(Guid id) => NotFoundException.Check(await db.CallTopics.FirstOrDefaultAsync(t => t.Id == id), id);

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }
}
