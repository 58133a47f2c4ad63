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
    /// <exception cref="RuleViolation">More would go out than is there.</exception>
    public PurseEntry Move(PurseEntryKind kind, Money amount, Guid documentId, DateOnly on, DateTimeOffset now)
    {
        if (Balance + amount < Money.Zero)
        {
            throw new RuleViolation("预存款余额 {0}，不够 {1}。", [Balance, -amount]);
        }

        (Balance, Version) = (Balance + amount, Guid.NewGuid());
        return new PurseEntry(this, kind, amount, documentId, on, now);
    }
}
