using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.PersonalData;

/// <summary>
/// An owner asks to have own data corrected or deleted (个人信息保护法 46, 47). The database allows one open request of each kind
/// for an owner.
/// </summary>
public sealed class DataRequest : CommunityOwned
{
    private DataRequest()
    {
    }

    /// <param name="text">What is wrong and how it should read; for a deletion, anything the owner wants to say.</param>
    public DataRequest(Owner owner, DataRequestKind kind, string? text, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, OpenOwnerId, Kind) = (owner.Id, owner, owner.Id, kind);
        Text = kind == DataRequestKind.Correction && string.IsNullOrWhiteSpace(text)
            ? throw new RuleViolation("请写明哪一项不对、应该是什么。", field: "Text")
            : Require.OptionalText(text, "说明", 500) ?? "";
        (RequestedBy, RequestedAt) = (by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    /// <summary>The owner while the request is open, then null: makes it unique.</summary>
    public Guid? OpenOwnerId { get; private set; }

    public DataRequestKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public DataRequestState State { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public string? Answer { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Changes with every change: two people cannot end it at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>It was done.</summary>
    public void Done(string? answer, Requester by) => Close(DataRequestState.Done, answer, by);

    /// <summary>It is not done; the answer says why.</summary>
    public void Refuse(string? answer, Requester by) => Close(DataRequestState.Refused, answer, by);

    private void Close(DataRequestState state, string? answer, Requester by)
    {
        if (State != DataRequestState.Open)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }

        Answer = (answer?.Trim() ?? "") is { Length: > 0 and <= 500 } text ? text : throw new RuleViolation("请填写给业主的答复，最多 500 个字。", field: "Answer");
        (State, OpenOwnerId, ClosedBy, ClosedAt, Version) = (state, null, by.Name, by.At, Guid.NewGuid());
    }
}
