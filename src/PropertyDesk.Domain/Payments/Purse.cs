using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Payments;

/// <summary>An owner's prepaid money (预存款) of one class. The balance is the sum of the entries and never below zero.</summary>
public sealed class Purse : CommunityOwned
{
    private Purse()
    {
    }

    public Purse(Owner owner, PurseClass @class)
        : base(owner) => (OwnerId, Class) = (owner.Id, @class);

    public Guid OwnerId { get; private set; }

    public PurseClass Class { get; private set; }

    public Money Balance { get; private set; }

    /// <summary>Of the balance, what a channel is asked to give back and has not given yet: it pays nothing meanwhile.</summary>
    public Money Held { get; private set; }

    /// <summary>What may be used.</summary>
    public Money Available => Balance - Held;

    /// <summary>Changes with every change: two people cannot use the same money.</summary>
    public Guid Version { get; private set; }

    /// <summary>Takes the money of a line that a red entry takes back; the payer gets it as prepaid.</summary>
    /// <param name="entry">One movement for all lines of the document.</param>
    public static Allocation Release(PurseEntry entry, Bill bill, BillLine line, Money amount)
    {
        bill.Release(line, amount);
        return new Allocation(entry, bill, line, -amount);
    }

    /// <summary>Pays a line; on a line below zero, settles it: what the owner gets back of it is prepaid from then on.</summary>
    /// <param name="amount">Of the sign of the line.</param>
    public static Allocation Apply(PurseEntry entry, Bill bill, BillLine line, Money amount)
    {
        bill.Apply(line, amount);
        return new Allocation(entry, bill, line, amount);
    }

    /// <summary>Moves the balance.</summary>
    /// <param name="amount">Positive in, negative out; not nothing.</param>
    /// <param name="documentId">What caused it.</param>
    /// <exception cref="RuleViolation">More would go out than is there and not held.</exception>
    public PurseEntry Move(PurseEntryKind kind, Money amount, Guid documentId, DateOnly on, DateTimeOffset now)
    {
        if (amount < Money.Zero)
        {
            RequireAvailable(-amount);
        }

        (Balance, Version) = (Balance + amount, Guid.NewGuid());
        return new PurseEntry(this, kind, amount, documentId, on, now);
    }

    /// <summary>Sets money aside for a channel that is asked to give it back.</summary>
    /// <exception cref="RuleViolation">There is less.</exception>
    internal void Hold(Money amount)
    {
        RequireAvailable(amount);
        (Held, Version) = (Held + amount, Guid.NewGuid());
    }

    /// <summary>The channel has given it, or will not.</summary>
    internal void LetGo(Money amount) => (Held, Version) = (Held - amount, Guid.NewGuid());

    private void RequireAvailable(Money amount)
    {
        if (amount > Available)
        {
            throw new RuleViolation("预存款余额 {0}，不够 {1}。", [Available, amount]);
        }
    }
}
