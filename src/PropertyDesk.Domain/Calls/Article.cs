using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Calls;

/// <summary>What an article says.</summary>
/// <param name="Words">Other words by which people ask for it, such as 电费 or 停电; null where the title says it all.</param>
public sealed record ArticleText(string? Title, string? Words, string? Body);

/// <summary>
/// An answer that the desk can read out (知识库). It is never overwritten: a change adds a version, and a call remembers
/// the version that was read out.
/// </summary>
public sealed class Article : CompanyOwned
{
    private Article()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one article.</param>
    /// <exception cref="RuleViolation">The topic is ended.</exception>
    public Article(Company company, CallTopic topic, Guid requestId)
        : base(company.Id)
    {
        RequestId = requestId;
        MoveTo(topic);
    }

    public Guid RequestId { get; private set; }

    public Guid TopicId { get; private set; }

    public CallTopic Topic { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string? Words { get; private set; }

    /// <summary>Number of the version that holds; from 1 without a gap.</summary>
    public int Current { get; private set; }

    /// <summary>Not found any more; old calls still show it.</summary>
    public bool IsArchived { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Puts it under a topic.</summary>
    /// <exception cref="RuleViolation">The topic is ended.</exception>
    public void MoveTo(CallTopic topic)
    {
        if (topic.IsEnded && topic.Id != TopicId)
        {
            throw new RuleViolation("主题已停用，请另选。", field: "TopicId");
        }

        (TopicId, Topic, Version) = (topic.Id, topic, Guid.NewGuid());
    }

    /// <summary>Says something new: the next version, which holds from now on.</summary>
    /// <exception cref="RuleViolation">Something is missing, or it is archived.</exception>
    public ArticleVersion Write(ArticleText text, Requester by)
    {
        if (IsArchived)
        {
            throw new RuleViolation("文章已停用，恢复后才能改。");
        }

        (Title, Words) = (Require.Text(text.Title, "标题", 100), Require.OptionalText(text.Words, "关键词", 200));
        var version = new ArticleVersion(this, Current + 1, Require.Text(text.Body, "内容", ArticleVersion.LongestBody), by);
        (Current, Version) = (version.Number, Guid.NewGuid());
        return version;
    }

    public void Archive() => (IsArchived, Version) = (true, Guid.NewGuid());

    public void Restore() => (IsArchived, Version) = (false, Guid.NewGuid());
}

/// <summary>What an article said from some moment on; never changed.</summary>
public sealed class ArticleVersion : CompanyOwned
{
    public const int LongestBody = 3000;

    private ArticleVersion()
    {
    }

    internal ArticleVersion(Article article, int number, string body, Requester by)
        : base(article.CompanyId) =>
        (ArticleId, Article, Number, Title, Body, By, At) = (article.Id, article, number, article.Title, body, by.Name, by.At);

    public Guid ArticleId { get; private set; }

    public Article Article { get; private set; } = null!;

    /// <summary>From 1 in each article.</summary>
    public int Number { get; private set; }

    /// <summary>The title of then.</summary>
    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
