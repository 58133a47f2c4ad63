using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Domain.Calls;

public enum CallState
{
    /// <summary>已答复</summary>
    Answered,

    /// <summary>待回电: the caller was promised a call by some time.</summary>
    CallBack,

    /// <summary>已转工单</summary>
    BecameTicket,

    /// <summary>未联系上: the promised call reached nobody, and no other is tried.</summary>
    NotReached,
}

/// <summary>What is known when a call is taken.</summary>
/// <param name="Phone">The number that called; null where it was hidden, or somebody stood at the desk.</param>
/// <param name="Caller">Name, where it is not the owner's.</param>
/// <param name="Read">The version of an article that was read out.</param>
/// <param name="Searched">What was looked for in the knowledge base, so that searches without an answer can be counted.</param>
/// <param name="CallBackBy">Until when the caller was promised a call; null where none was.</param>
public sealed record CallFacts(
    Owner? Owner, Unit? Unit, string? Phone, string? Caller, CallTopic Topic, string? Question, string? Answer, ArticleVersion? Read, string? Searched, DateTimeOffset? CallBackBy);

/// <summary>Somebody asked something (咨询), and what was answered.</summary>
public sealed class Call : CommunityOwned
{
    private Call()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one call.</param>
    /// <param name="ticket">What it becomes at once; null where it is answered or will be called back.</param>
    /// <exception cref="RuleViolation">Something is missing or does not belong together.</exception>
    public Call(Community community, CallFacts facts, Ticket? ticket, Guid requestId, Requester by)
        : base(community)
    {
        if (new CommunityOwned?[] { facts.Owner, facts.Unit, ticket }.Any(x => x is not null && x.CommunityId != community.Id))
        {
            throw new RuleViolation("业主、房屋和工单须在同一个小区。", field: "Community");
        }

        if (facts.CallBackBy <= by.At)
        {
            throw new RuleViolation("回电时间须在现在之后。", field: "CallBackBy");
        }

        if (facts is { CallBackBy: not null, Owner: null } && string.IsNullOrWhiteSpace(facts.Phone))
        {
            throw new RuleViolation("约定回电要有号码，或选出是哪位业主。", field: "Phone");
        }

        (RequestId, TopicId, Topic, TakenById, TakenBy, At) = (requestId, facts.Topic.Id, facts.Topic, by.Id, by.Name, by.At);
        (OwnerId, Owner, UnitId, Unit) = (facts.Owner?.Id, facts.Owner, facts.Unit?.Id, facts.Unit);
        (Phone, Caller) = (Require.OptionalText(facts.Phone, "来电号码", 40), Require.OptionalText(facts.Caller, "来电人", 60));
        Question = Require.Text(facts.Question, "问题", 1000);
        (ReadId, Read, Searched) = (facts.Read?.Id, facts.Read, Require.OptionalText(facts.Searched, "搜索词", 100));
        // What was read out is an answer: nobody types it again.
        Answer = Require.OptionalText(facts.Answer, "答复", 1000);
        if (ticket is null && facts.CallBackBy is null && Answer is null && Read is null)
        {
            throw new RuleViolation("请填写答复、选一篇文章、约定回电，或转为工单。", field: "Answer");
        }

        (State, CallBackBy) = facts.CallBackBy is null ? (CallState.Answered, (DateTimeOffset?)null) : (CallState.CallBack, facts.CallBackBy);
        if (ticket is not null)
        {
            Become(ticket);
        }

        Version = Guid.NewGuid();
    }

    public Guid RequestId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    public Guid? UnitId { get; private set; }

    public Unit? Unit { get; private set; }

    public string? Phone { get; private set; }

    public string? Caller { get; private set; }

    public Guid TopicId { get; private set; }

    public CallTopic Topic { get; private set; } = null!;

    public string Question { get; private set; } = "";

    public string? Answer { get; private set; }

    /// <summary>The version of the article that was read out.</summary>
    public Guid? ReadId { get; private set; }

    public ArticleVersion? Read { get; private set; }

    public string? Searched { get; private set; }

    public CallState State { get; private set; }

    public DateTimeOffset? CallBackBy { get; private set; }

    /// <summary>How often it was tried to call back.</summary>
    public int Tries { get; private set; }

    public Guid? TicketId { get; private set; }

    public Ticket? Ticket { get; private set; }

    public Guid? TakenById { get; private set; }

    public string TakenBy { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Somebody tried to call back as promised.</summary>
    /// <param name="said">What was said, or why nobody tries again; not needed where nobody answered.</param>
    /// <param name="again">Where nobody answered: until when the next try is made.</param>
    /// <exception cref="RuleViolation">No call is promised any more, or something is missing.</exception>
    public CallReturn Return(ReturnOutcome outcome, string? said, DateTimeOffset? again, Requester by)
    {
        if (State != CallState.CallBack)
        {
            throw new RuleViolation("这个来电不在等回电。");
        }

        var words = outcome switch
        {
            ReturnOutcome.Reached => Require.Text(said, "答复", CallReturn.LongestSaid),
            ReturnOutcome.GivenUp => Require.Text(said, "原因", CallReturn.LongestSaid),
            _ => Require.OptionalText(said, "说明", CallReturn.LongestSaid),
        };
        if (outcome == ReturnOutcome.NoAnswer && !(again > by.At))
        {
            throw new RuleViolation("请约定下次回电的时间，须在现在之后。", field: "Again");
        }

        (Tries, Version) = (Tries + 1, Guid.NewGuid());
        (State, CallBackBy) = outcome switch
        {
            ReturnOutcome.Reached => (CallState.Answered, CallBackBy),
            ReturnOutcome.GivenUp => (CallState.NotReached, CallBackBy),
            _ => (CallState.CallBack, again),
        };
        return new CallReturn(this, Tries, outcome, words, by);
    }

    /// <summary>Somebody has to do something about it.</summary>
    /// <exception cref="RuleViolation">It became a ticket before.</exception>
    public void Become(Ticket ticket)
    {
        if (TicketId is not null)
        {
            throw new RuleViolation("这个来电已转过工单。");
        }

        if (ticket.CommunityId != CommunityId)
        {
            throw new RuleViolation("业主、房屋和工单须在同一个小区。", field: "Community");
        }

        (State, TicketId, Ticket, Version) = (CallState.BecameTicket, ticket.Id, ticket, Guid.NewGuid());
    }
}
