using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Calls;

/// <summary>What came of calling back.</summary>
public enum ReturnOutcome
{
    /// <summary>已回电</summary>
    Reached,

    /// <summary>没接通: it is tried again at another time.</summary>
    NoAnswer,

    /// <summary>联系不上，不再打</summary>
    GivenUp,
}

/// <summary>One try to call back as promised (回电); never changed.</summary>
public sealed class CallReturn : CommunityOwned
{
    public const int LongestSaid = 1000;

    private CallReturn()
    {
    }

    internal CallReturn(Call call, int number, ReturnOutcome outcome, string? said, Requester by)
        : base(call) =>
        (CallId, Call, Number, Outcome, Said, ById, By, At) = (call.Id, call, number, outcome, said, by.Id, by.Name, by.At);

    public Guid CallId { get; private set; }

    public Call Call { get; private set; } = null!;

    /// <summary>From 1 in each call, unique: of two who call at once one is told so.</summary>
    public int Number { get; private set; }

    public ReturnOutcome Outcome { get; private set; }

    public string? Said { get; private set; }

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
