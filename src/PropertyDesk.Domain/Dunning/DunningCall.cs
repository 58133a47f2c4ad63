using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Dunning;

/// <summary>A talk with an owner about what is open, or the try of one. Never changed.</summary>
public sealed class DunningCall : CommunityOwned
{
    private DunningCall()
    {
    }

    /// <param name="requestId">Of the form: the same one is the same call.</param>
    public DunningCall(Owner owner, DunningContact? contact, Guid requestId, CallOutcome outcome, DateOnly? again, string? note, Requester by)
        : base(owner)
    {
        (OwnerId, ContactId, RequestId, Outcome, Again) = (owner.Id, contact?.Id, requestId, outcome, again);
        (Note, By, At) = (Require.OptionalText(note, "说明", 500), by.Name, by.At);
        if (outcome == CallOutcome.CallBack && (again is null || again < by.Today || again > by.Today.AddDays(60)))
        {
            throw new RuleViolation("请填写再次联系的日期，60 天以内。", field: "Again");
        }

        if (again < by.Today)
        {
            throw new RuleViolation("再次联系的日期不能早于今天。", field: "Again");
        }
    }

    public Guid OwnerId { get; private set; }

    /// <summary>The task on the call list; null where the owner came by themselves.</summary>
    public Guid? ContactId { get; private set; }

    public Guid RequestId { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>When to call again.</summary>
    public DateOnly? Again { get; private set; }

    public string? Note { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public enum CallOutcome
{
    /// <summary>承诺付款</summary>
    Promised,

    /// <summary>拒绝付款</summary>
    Refused,

    /// <summary>无人接听</summary>
    NoAnswer,

    /// <summary>号码有误</summary>
    WrongNumber,

    /// <summary>约定再联系</summary>
    CallBack,
}
