namespace PropertyDesk.Domain.Payments;

/// <summary>What a prepaid purse (预存款) may pay.</summary>
public enum PurseClass
{
    /// <summary>通用: everything.</summary>
    General,

    /// <summary>物业费</summary>
    Property,

    /// <summary>水电费</summary>
    Utilities,

    /// <summary>停车费</summary>
    Parking,
}

/// <summary>What a bill charges in one class, and how much of it is open.</summary>
public sealed record PurseBill(PurseClass Class, Money Open);

/// <summary>What a purse pays.</summary>
/// <param name="Applied">For each bill, in the order in which they were given.</param>
/// <param name="Balance">What stays in the purse, never below zero.</param>
public sealed record PurseApplication(IReadOnlyList<Money> Applied, Money Balance)
{
    /// <summary>Applies a purse to bills in their order; a purse of one class pays that class only, unless it was released.</summary>
    /// <param name="wholeBillsOnly">A bill that the purse cannot pay as a whole is passed over.</param>
    /// <param name="released">The owner agreed in writing that the purse may pay other classes.</param>
    public static PurseApplication Of(
        Money balance, PurseClass purse, IReadOnlyList<PurseBill> bills, bool wholeBillsOnly, bool released = false)
    {
        var applied = new Money[bills.Count];
        for (var i = 0; i < applied.Length; i++)
        {
            var (kind, open) = bills[i];
            var allowed = (released || purse == PurseClass.General || purse == kind) && (!wholeBillsOnly || open <= balance);
            applied[i] = allowed ? Money.Min(balance, open) : Money.Zero;
            balance -= applied[i];
        }

        return new PurseApplication(applied, balance);
    }
}
