using System.Security.Cryptography;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Events;

/// <summary>A household at an event, once; how many come, whether they have places, and what they said of it afterwards.</summary>
public sealed class EventSignUp : CommunityOwned
{
    public const int CodeLength = 8;
    public const int LongestWords = 500;

    // Without letters and digits that are read for one another: it is typed at the entrance as well.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private EventSignUp()
    {
    }

    internal EventSignUp(CommunityEvent of, Owner owner, Guid requestId, int people, SignUpState state, int number, string by, DateTimeOffset now)
        : base(of)
    {
        (EventId, Event, OwnerId, Owner) = (of.Id, of, owner.Id, owner);
        Code = RandomNumberGenerator.GetString(Signs, CodeLength);
        Renew(requestId, people, state, number, by, now);
    }

    public Guid EventId { get; private set; }

    public CommunityEvent Event { get; private set; } = null!;

    /// <summary>The household; null once its data was erased. Unique in the event.</summary>
    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>Made with the form: sent twice, it is one sign-up. Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What the pass shows. Unique in the event.</summary>
    public string Code { get; private set; } = "";

    public int People { get; private set; }

    public SignUpState State { get; private set; }

    /// <summary>Order of signing up, from 1. Unique in the event.</summary>
    public int Number { get; private set; }

    /// <summary>Who signed the household up: somebody of it, or the desk; null once erased.</summary>
    public string? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>1 to 5; null until the household said it.</summary>
    public int? Score { get; private set; }

    public string? Words { get; private set; }

    public DateTimeOffset? RatedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>What a household that came says of the event; only once, by this row's version.</summary>
    /// <param name="came">Somebody of it was checked in.</param>
    /// <exception cref="RuleViolation">Nobody of it came, it was said before, or it is no score.</exception>
    public void Rate(int score, string? words, bool came, DateTimeOffset now)
    {
        if (!came)
        {
            throw new RuleViolation("到场的家庭才能评价。");
        }

        if (Score is not null)
        {
            throw new RuleViolation("您已经评价过，谢谢！");
        }

        Score = score is >= 1 and <= 5 ? score : throw new RuleViolation("请选择 1 到 5 分。", field: "Score");
        (Words, RatedAt, Version) = (Require.OptionalText(words, "评价", LongestWords), now, Guid.NewGuid());
    }

    internal void Renew(Guid requestId, int people, SignUpState state, int number, string by, DateTimeOffset now)
    {
        (RequestId, People, State, Number) = (requestId, people, state, number);
        (By, At, CancelledAt, Version) = (by, now, null, Guid.NewGuid());
    }

    internal void ChangePeople(int people)
    {
        RequireSignedUp();
        (People, Version) = (people, Guid.NewGuid());
    }

    internal void Confirm() => (State, Version) = (SignUpState.Confirmed, Guid.NewGuid());

    internal void Cancel(DateTimeOffset now)
    {
        RequireSignedUp();
        (State, CancelledAt, Version) = (SignUpState.Cancelled, now, Guid.NewGuid());
    }

    private void RequireSignedUp()
    {
        if (State == SignUpState.Cancelled)
        {
            throw new RuleViolation("报名已经取消。");
        }
    }
}
