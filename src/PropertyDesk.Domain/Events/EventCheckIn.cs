namespace PropertyDesk.Domain.Events;

/// <summary>
/// That people came, as the entrance noted it, possibly without a connection and sent later. A household that signed up is counted
/// once, whichever phones noted it.
/// </summary>
public sealed class EventCheckIn : CommunityOwned
{
    public const int LongestName = 40;
    public const int MostPeople = 99;

    private EventCheckIn()
    {
    }

    /// <param name="signUp">Of this event; null for people who had not signed up.</param>
    /// <param name="requestId">Made on the phone: however often it is sent, it is one.</param>
    /// <param name="name">Who they are, where they had not signed up; may be left out.</param>
    /// <param name="at">When they came, by the phone's clock.</param>
    /// <exception cref="RuleViolation">Nobody or too many, or the event is not out.</exception>
    public EventCheckIn(CommunityEvent of, EventSignUp? signUp, Guid requestId, int people, string? name, DateTimeOffset at, string by, DateTimeOffset now)
        : base(of)
    {
        if (of.State == EventState.Draft)
        {
            throw new RuleViolation("活动还没有发布。");
        }

        if (signUp is not null && signUp.EventId != of.Id)
        {
            throw new RuleViolation("这份报名不属于本活动。");
        }

        if (people is < 1 or > MostPeople)
        {
            throw new RuleViolation("人数须在 1 到 {0} 之间。", [MostPeople], "People");
        }

        (EventId, SignUpId, RequestId, People) = (of.Id, signUp?.Id, requestId, people);
        Name = signUp is null ? Require.OptionalText(name, "姓名或房号", LongestName) : null;
        // A phone whose clock is ahead must not say that somebody comes tomorrow.
        (At, By, ReceivedAt) = (at > now ? now : at, by, now);
    }

    public Guid EventId { get; private set; }

    /// <summary>Null for people who had not signed up; otherwise unique.</summary>
    public Guid? SignUpId { get; private set; }

    public EventSignUp? SignUp { get; private set; }

    /// <summary>Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>How many came; may be others than had signed up.</summary>
    public int People { get; private set; }

    public string? Name { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>When the phone had sent it.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }
}
