using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Incidents;

/// <summary>
/// One failure that many report (集中故障): the water of a riser, the power of a house. Its tickets are handled as one, who
/// answers the telephone says one text, and its end ends them.
/// </summary>
public sealed class Incident : CommunityOwned
{
    private Incident()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one.</param>
    /// <exception cref="RuleViolation">Something is missing, or does not belong together.</exception>
    public Incident(Community community, TicketCategory category, IncidentPlace place, IncidentWords words, Guid requestId, Requester by)
        : base(community)
    {
        if (place.Building is { } building && building.CommunityId != community.Id)
        {
            throw new RuleViolation("楼栋须在同一个小区。", field: "BuildingId");
        }

        var where = place.Checked();
        (RequestId, CategoryId, Category) = (requestId, category.Id, category);
        (BuildingId, Building, Entrance, Riser) = (where.Building?.Id, where.Building, where.Entrance, where.Riser);
        (OpenedBy, OpenedAt) = (by.Name, by.At);
        Take(words);
    }

    public Guid RequestId { get; private set; }

    public Guid CategoryId { get; private set; }

    public TicketCategory Category { get; private set; } = null!;

    public Guid? BuildingId { get; private set; }

    public Building? Building { get; private set; }

    public string Entrance { get; private set; } = "";

    public string Riser { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>接听口径: what everybody says who is asked.</summary>
    public string Says { get; private set; } = "";

    /// <summary>When it should be over; null where nobody knows.</summary>
    public DateTimeOffset? ExpectedBy { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What it was, and what was done.</summary>
    public string? Result { get; private set; }

    /// <summary>The notice that tells the people of it.</summary>
    public Guid? NoticeId { get; private set; }

    public Notice? Notice { get; private set; }

    /// <summary>The notice that tells them that it is over.</summary>
    public Guid? EndNoticeId { get; private set; }

    public Notice? EndNotice { get; private set; }

    /// <summary>How many rows of history there are.</summary>
    public int Steps { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>The first row of history; added with it.</summary>
    public IncidentStep Opened(Requester by) => Tell(IncidentStepKind.Opened, Says, by);

    /// <summary>Something new is known.</summary>
    /// <exception cref="RuleViolation">It is over, or something is missing.</exception>
    public IncidentStep Change(IncidentWords words, Requester by)
    {
        RequireOpen();
        Take(words);
        return Tell(IncidentStepKind.Changed, Says, by);
    }

    /// <summary>It is over.</summary>
    /// <exception cref="RuleViolation">It was over before, or nothing is said.</exception>
    public IncidentStep End(string? result, Requester by)
    {
        RequireOpen();
        (Result, EndedAt) = (Require.Text(result, "处理结果", 1000), by.At);
        return Tell(IncidentStepKind.Ended, Result, by);
    }

    /// <summary>A notice was drafted: of the failure while it lasts, of its end afterwards.</summary>
    /// <exception cref="RuleViolation">There is one already.</exception>
    public IncidentStep Announced(Notice notice, Requester by)
    {
        if ((IsOpen ? NoticeId : EndNoticeId) is not null)
        {
            throw new RuleViolation("已经写过通知，请在那则通知上更正。");
        }

        if (IsOpen)
        {
            (NoticeId, Notice) = (notice.Id, notice);
        }
        else
        {
            (EndNoticeId, EndNotice) = (notice.Id, notice);
        }

        return Tell(IncidentStepKind.Announced, notice.Title, by);
    }

    /// <summary>The draft of a notice was thrown away: another can be written.</summary>
    public void Unannounced(Guid noticeId)
    {
        NoticeId = NoticeId == noticeId ? null : NoticeId;
        EndNoticeId = EndNoticeId == noticeId ? null : EndNoticeId;
    }

    /// <summary>Whether it concerns the flat.</summary>
    public bool Covers(Unit unit) => unit.CommunityId == CommunityId
        && (BuildingId is null || unit.BuildingId == BuildingId)
        && (Entrance.Length == 0 || unit.Entrance == Entrance)
        && (Riser.Length == 0 || IncidentPlace.RiserOf(unit.Number) == Riser);

    internal void RequireOpen()
    {
        if (!IsOpen)
        {
            throw new RuleViolation("这次集中故障已经结束。");
        }
    }

    private void Take(IncidentWords words) =>
        (Title, Says, ExpectedBy) = (Require.Text(words.Title, "标题", 60), Require.Text(words.Says, "接听口径", 500), words.ExpectedBy);

    private IncidentStep Tell(IncidentStepKind kind, string text, Requester by)
    {
        var step = new IncidentStep(this, kind, text, by);
        (Steps, Version) = (Steps + 1, Guid.NewGuid());
        return step;
    }
}

/// <summary>What is said of a mass failure.</summary>
/// <param name="Says">接听口径: what everybody says who is asked.</param>
/// <param name="ExpectedBy">When it should be over; null where nobody knows.</param>
public sealed record IncidentWords(string? Title, string? Says, DateTimeOffset? ExpectedBy);
