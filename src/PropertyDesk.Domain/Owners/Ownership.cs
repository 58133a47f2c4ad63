using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Owners;

/// <summary>That an owner owns a unit, between two days.</summary>
public sealed class Ownership : CommunityOwned
{
    private Ownership()
    {
    }

    /// <param name="position">Order in which the owners were named; the first (0) receives and pays the bill.</param>
    /// <param name="share">Share in the unit, more than 0, at most 1.</param>
    public Ownership(Unit unit, Owner owner, DateOnly from, int position = 0, decimal share = 1m)
        : base(unit)
    {
        (UnitId, OwnerId, From, Position) = (unit.Id, owner.Id, from, position);
        (Unit, Owner) = (unit, owner);
        Share = share is > 0 and <= 1 ? share : throw new RuleViolation("产权份额须大于 0 且不超过 1。");
    }

    public Guid UnitId { get; private set; }

    public Unit Unit { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private set; }

    public int Position { get; private set; }

    public decimal Share { get; private set; }

    public void End(DateOnly to) => To = Require.NotBefore(to, From);

    /// <summary>Takes the end back: the transfer that caused it is undone.</summary>
    public void Reopen() => To = null;
}
