using System.Buffers.Text;
using System.Security.Cryptography;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Visitors;

/// <summary>
/// A visit (访客): announced by an owner or registered at the gate, let in once, and out. It holds the data of somebody who has no
/// contract with the company, and is erased after the days that <see cref="VisitorSettings"/> says.
/// </summary>
public sealed class Visit : CommunityOwned
{
    public const int MostPeople = 50;

    /// <summary>Longest window of an invitation, in days.</summary>
    public const int LongestDays = 31;

    private const int CodeBytes = 16;

    private Visit()
    {
    }

    private Visit(Community community, Unit? unit, string? place, Guid requestId, VisitFacts facts, VisitWindow window, string by, DateTimeOffset now)
        : base(community)
    {
        if (unit is not null && unit.CommunityId != community.Id)
        {
            throw new RuleViolation("房屋不在这个小区。", field: "Unit");
        }

        if (facts.People is < 1 or > MostPeople)
        {
            throw new RuleViolation("人数须在 1 到 {0} 之间。", [MostPeople], "People");
        }

        (UnitId, Unit, Place) = (unit?.Id, unit, Require.OptionalText(place, "去哪里", 60));
        (Name, Phone, Plate) = (Require.Text(facts.Name, "访客姓名", 40), VisitorMarks.Phone(facts.Phone), VisitorMarks.Plate(facts.Plate));
        (People, Purpose, From, To) = (facts.People, Require.OptionalText(facts.Purpose, "来访事由", 100), window.From, window.To);
        (RequestId, By, RegisteredAt, Version) = (requestId, by, now, Guid.NewGuid());
        PassCode = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
    }

    public Guid? UnitId { get; private set; }

    public Unit? Unit { get; private set; }

    /// <summary>Where to, in words, where it is no unit: the management office, the builders.</summary>
    public string? Place { get; private set; }

    /// <summary>Who announced the visit; null where it was registered at the gate.</summary>
    public Guid? OwnerId { get; private set; }

    public Owner? Owner { get; private set; }

    /// <summary>Made with the form: sent twice, it is one visit. Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What the pass shows: 22 characters that nobody can guess. Unique in the company.</summary>
    public string PassCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Digits.</summary>
    public string? Phone { get; private set; }

    /// <summary>As <see cref="VisitorMarks.Plate"/> writes it.</summary>
    public string? Plate { get; private set; }

    public int People { get; private set; }

    public string? Purpose { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>The last instant at which the pass opens; whoever is inside then should have left.</summary>
    public DateTimeOffset To { get; private set; }

    public VisitState State { get; private set; }

    /// <summary>Who announced or registered it.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? EnteredAt { get; private set; }

    public string? EnteredBy { get; private set; }

    /// <summary>Why somebody on the watch list was let in all the same.</summary>
    public string? WatchReason { get; private set; }

    /// <summary>When it was over: left, cancelled or refused.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Announced by an owner for a day or a few.</summary>
    /// <exception cref="RuleViolation">Something is missing, or the window is over, turned round or too long.</exception>
    public static Visit Invited(Community community, Unit unit, Owner owner, Guid requestId, VisitFacts facts, VisitWindow window, DateTimeOffset now)
    {
        if (window.To <= window.From || window.To <= now)
        {
            throw new RuleViolation("来访时段已经过去，或结束早于开始。", field: "To");
        }

        if (window.To - window.From > TimeSpan.FromDays(LongestDays))
        {
            throw new RuleViolation("来访时段最长 {0} 天。", [LongestDays], "To");
        }

        if (owner.CommunityId != community.Id)
        {
            throw new RuleViolation("业主、房屋须在同一个小区。", field: "Unit");
        }

        return new Visit(community, unit, null, requestId, facts, window, owner.Name, now) { OwnerId = owner.Id, Owner = owner };
    }

    /// <summary>Registered by the staff, to be let in now or on a day to come.</summary>
    /// <param name="window">From now, or from the day that was told of; by its end the visitor should have left.</param>
    /// <exception cref="RuleViolation">Something is missing.</exception>
    public static Visit AtGate(Community community, Unit? unit, string? place, Guid requestId, VisitFacts facts, VisitWindow window, string by, DateTimeOffset now)
    {
        if (unit is null && string.IsNullOrWhiteSpace(place))
        {
            throw new RuleViolation("请填写房号，或写明去哪里。", field: "Unit");
        }

        _ = Require.Text(facts.Purpose, "来访事由", 100);
        return new Visit(community, unit, place, requestId, facts, window, by, now);
    }

    /// <summary>Lets the visitor in; a pass opens once.</summary>
    /// <param name="watched">The visitor is on the watch list.</param>
    /// <param name="watchReason">Why all the same; needed where <paramref name="watched"/>.</param>
    /// <exception cref="RuleViolation">The pass was used, cancelled or refused, it is not the time, or the reason is missing.</exception>
    public void Enter(bool watched, string? watchReason, string by, DateTimeOffset now)
    {
        RequireExpected();
        if (now < From)
        {
            throw new RuleViolation("还没到来访时段。");
        }

        if (now > To)
        {
            throw new RuleViolation("来访时段已过，请业主重新邀请，或在门岗登记。");
        }

        WatchReason = watched ? Require.Text(watchReason, "放行理由", 200) : null;
        (State, EnteredAt, EnteredBy, Version) = (VisitState.Inside, now, by, Guid.NewGuid());
    }

    /// <exception cref="RuleViolation">The visitor is not inside.</exception>
    public void Leave(string by, DateTimeOffset now)
    {
        if (State != VisitState.Inside)
        {
            throw new RuleViolation("访客不在场，不能登记离开。");
        }

        Close(VisitState.Left, by, now);
    }

    /// <summary>Not let in.</summary>
    /// <exception cref="RuleViolation">It is decided already, or there is no reason.</exception>
    public void Refuse(string? reason, string by, DateTimeOffset now)
    {
        RequireExpected();
        Reason = Require.Text(reason, "原因", 200);
        Close(VisitState.Refused, by, now);
    }

    /// <summary>Taken back by whoever announced it.</summary>
    /// <exception cref="RuleViolation">The visitor was let in, or it is over.</exception>
    public void Cancel(string by, DateTimeOffset now)
    {
        RequireExpected();
        Close(VisitState.Cancelled, by, now);
    }

    private void Close(VisitState state, string by, DateTimeOffset now) => (State, ClosedAt, ClosedBy, Version) = (state, now, by, Guid.NewGuid());

    private void RequireExpected()
    {
        if (State != VisitState.Expected)
        {
            throw State switch
            {
                VisitState.Inside => new RuleViolation("这张通行证已经用过，访客在场。"),
                VisitState.Left => new RuleViolation("这张通行证已经用过，访客已离开。"),
                VisitState.Cancelled => new RuleViolation("这次来访已取消。"),
                _ => new RuleViolation("这次来访已被门岗拒绝。"),
            };
        }
    }
}
