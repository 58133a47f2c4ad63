using PropertyDesk.Domain;

namespace PropertyDesk.Application.Ledger;

/// <summary>One law of the books.</summary>
/// <param name="Law">Key of its text.</param>
/// <param name="Looked">How many things were checked.</param>
/// <param name="Wrong">How many broke the law.</param>
public sealed record AuditCheck(string Law, int Looked, int Wrong);

/// <summary>What the audit found.</summary>
public sealed record LedgerAuditResult(Money Debits, Money Credits, IReadOnlyList<AuditCheck> Checks)
{
    /// <summary>Debits equal credits and no law is broken.</summary>
    public bool IsSound => Debits == Credits && Checks.All(c => c.Wrong == 0);
}
