using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Notices;

/// <summary>
/// A notice (通知公告) of a community. Until it is published it can be changed freely; afterwards only by a correction, which
/// is a new version shown as such. What it says is in its versions, the highest of which holds.
/// </summary>
public sealed class Notice : CommunityOwned
{
    private readonly List<NoticeVersion> _versions = [];
    private readonly List<NoticeEvent> _events = [];
    private readonly List<NoticeFile> _files = [];

    private Notice()
    {
    }

    /// <exception cref="RuleViolation">Something that its kind needs is missing; the field is named.</exception>
    public Notice(Community community, NoticePlan plan, string by, DateTimeOffset now)
        : base(community)
    {
        (Version, CreatedBy, CreatedAt) = (1, by, now);
        var text = Take(plan);
        _versions.Add(new NoticeVersion(this, text, null, by, now));
    }

    public NoticeKind Kind { get; private set; }

    public NoticeState State { get; private set; }

    public bool IsUrgent { get; private set; }

    public bool IsPublic { get; private set; }

    /// <summary>The audience as it is stored; frozen as recipients when it is published.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>Title of the version that holds: what lists show and search.</summary>
    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Number of the version that holds, from 1; above it, it was corrected.</summary>
    public int Version { get; private set; }

    /// <summary>Version of which the recipients were told last; 0 before it is published.</summary>
    public int ToldVersion { get; private set; }

    /// <summary>When it is to be published by itself; null where nobody ordered that.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Last day on which it holds; null where it stays.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Changes with every change: whoever holds the last value may act.</summary>
    public Guid Stamp { get; private set; } = Guid.NewGuid();

    public IReadOnlyList<NoticeVersion> Versions => _versions;

    public IReadOnlyList<NoticeEvent> Events => _events;

    public IReadOnlyList<NoticeFile> Files => _files;

    public Audience Audience => Audience.Of(Terms);

    /// <summary>The version that holds.</summary>
    public NoticeVersion Current => _versions.Single(v => v.Number == Version);

    public bool CanChange => State is NoticeState.Draft;

    /// <summary>Those it was sent to can read it.</summary>
    public bool IsOut => State.IsOut();

    /// <exception cref="RuleViolation">It is no draft any more, or something is missing.</exception>
    public void Change(NoticePlan plan, string by, DateTimeOffset now)
    {
        Must(NoticeState.Draft);
        var text = Take(plan);
        Current.Rewrite(text, by, now);
        Touch();
    }

    /// <summary>Attaches a file; pictures are shown in the text, others as links.</summary>
    /// <exception cref="RuleViolation">It is no draft any more, or there are too many.</exception>
    public NoticeFile Attach(Files.StoredFile file)
    {
        Must(NoticeState.Draft);
        if (_files.Count >= NoticeFile.Most)
        {
            throw new RuleViolation("一则通知最多 {0} 个附件。", [NoticeFile.Most], "Files");
        }

        var added = new NoticeFile(this, file, _files.Count == 0 ? 0 : _files.Max(f => f.Position) + 1);
        _files.Add(added);
        Touch();
        return added;
    }

    /// <exception cref="RuleViolation">It is no draft any more.</exception>
    public void RequireDraft() => Must(NoticeState.Draft);

    /// <summary>It goes out by itself at a time.</summary>
    /// <exception cref="RuleViolation">It is no draft, or the time is over.</exception>
    public NoticeEvent Schedule(DateTimeOffset at, DateOnly today, string by, DateTimeOffset now)
    {
        Must(NoticeState.Draft);
        if (at <= now)
        {
            throw new RuleViolation("发布时间须在现在之后。", field: "At");
        }

        RequireTime(today);
        (State, PublishAt) = (NoticeState.Scheduled, at);
        return Tell(NoticeEventKind.Scheduled, null, by, now);
    }

    /// <summary>Back to a draft before it went out.</summary>
    /// <param name="note">Why, where the program could not publish it.</param>
    public NoticeEvent Unschedule(string by, DateTimeOffset now, string? note = null)
    {
        Must(NoticeState.Scheduled);
        (State, PublishAt) = (NoticeState.Draft, null);
        return Tell(NoticeEventKind.Unscheduled, note, by, now);
    }

    /// <summary>It is out. The caller writes who receives it in the same transaction.</summary>
    /// <exception cref="RuleViolation">It is out already, or its time is over.</exception>
    public NoticeEvent Publish(DateOnly today, string by, DateTimeOffset now)
    {
        if (State is not (NoticeState.Draft or NoticeState.Scheduled))
        {
            throw new RuleViolation("这则通知已经发布或结束。");
        }

        RequireTime(today);
        (State, PublishedAt, PublishAt, ToldVersion) = (NoticeState.Published, now, null, Version);
        return Tell(NoticeEventKind.Published, null, by, now);
    }

    /// <summary>Says something else than before, and says that it does.</summary>
    /// <param name="reason">What was wrong; readers see it.</param>
    /// <param name="tellsAgain">The recipients get another message.</param>
    /// <exception cref="RuleViolation">It is not out, or nothing was changed.</exception>
    public NoticeVersion Correct(NoticeText text, string? reason, bool tellsAgain, string by, DateTimeOffset now)
    {
        Must(NoticeState.Published);
        var (checkedText, why) = (text.Checked(Kind), Require.Text(reason, "更正原因", 200));
        if (checkedText == Current.Text)
        {
            throw new RuleViolation("内容没有变化，不用更正。");
        }

        Version++;
        var version = new NoticeVersion(this, checkedText, why, by, now);
        _versions.Add(version);
        (Title, Summary) = (version.Title, version.Summary);
        ToldVersion = tellsAgain ? Version : ToldVersion;
        Tell(NoticeEventKind.Corrected, why, by, now);
        return version;
    }

    /// <summary>It does not hold any more; recipients see that, and why.</summary>
    public NoticeEvent Withdraw(string? reason, string by, DateTimeOffset now)
    {
        Must(NoticeState.Published);
        var why = Require.Text(reason, "撤回原因", 200);
        State = NoticeState.Withdrawn;
        return Tell(NoticeEventKind.Withdrawn, why, by, now);
    }

    /// <summary>Its last day is over.</summary>
    public NoticeEvent Expire(DateOnly today, string by, DateTimeOffset now)
    {
        if (State != NoticeState.Published || !(ExpiresOn < today))
        {
            throw new RuleViolation("这则通知还没有到期。");
        }

        State = NoticeState.Expired;
        return Tell(NoticeEventKind.Expired, null, by, now);
    }

    private NoticeText Take(NoticePlan plan)
    {
        var text = plan.Text.Checked(plan.Kind);
        (Kind, IsUrgent, IsPublic, ExpiresOn, Terms) = (plan.Kind, plan.IsUrgent, plan.IsPublic, plan.ExpiresOn, plan.Audience.Checked().Terms);
        (Title, Summary) = (text.Title!, text.Summary!);
        return text;
    }

    private void RequireTime(DateOnly today)
    {
        if (ExpiresOn < today)
        {
            throw new RuleViolation("有效期至 {0}，已经过去。", [$"{ExpiresOn:yyyy-MM-dd}"], "Input.ExpiresOn");
        }
    }

    private NoticeEvent Tell(NoticeEventKind kind, string? note, string by, DateTimeOffset now)
    {
        Touch();
        var told = new NoticeEvent(this, kind, note, by, now);
        _events.Add(told);
        return told;
    }

    private void Touch() => Stamp = Guid.NewGuid();

    private void Must(NoticeState state)
    {
        if (State != state)
        {
            throw new RuleViolation("通知的状态已变化，请刷新后再试。");
        }
    }
}

/// <summary>What is true of each state.</summary>
public static class NoticeStates
{
    /// <summary>Those it was sent to can read it.</summary>
    public static bool IsOut(this NoticeState state) => state is NoticeState.Published or NoticeState.Expired or NoticeState.Withdrawn;
}
