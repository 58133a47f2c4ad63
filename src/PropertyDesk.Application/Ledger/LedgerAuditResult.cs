using PropertyDesk.Domain;

namespace PropertyDesk.Application.Ledger;

/// <summary>One law of the books.</summary>
/// <param name="Law">Key of its text.</param>
/// <param name="Looked">How many things were checked.</param>
/// <param name="Wrong">How many broke the law.</param>
public sealed record AuditCheck(string Law, int Looked, int Wrong)
{
    /// <summary>The first of those that broke it, to look at.</summary>
    public IReadOnlyList<AuditDifference> Differences { get; init; } = [];
}

/// <summary>What kind of thing breaks a law.</summary>
public enum AuditSubject
{
    Bill,
    Payment,
    Owner,
}

/// <summary>One thing that breaks a law.</summary>
/// <param name="Text">Its number or name.</param>
public sealed record AuditDifference(AuditSubject Subject, Guid Id, string Text);

/// <summary>What the audit found.</summary>
public sealed record LedgerAuditResult(Money Debits, Money Credits, IReadOnlyList<AuditCheck> Checks)
{
    /// <summary>Key of the first law, which the sums of the accounts themselves tell.</summary>
    public const string DebitsAreCredits = "借方合计等于贷方合计";

    /// <summary>Debits equal credits and no law is broken.</summary>
    public bool IsSound => Broken.Count == 0;

    /// <summary>The laws that are broken, and by how many things.</summary>
    public IReadOnlyList<(string Law, int Wrong)> Broken =>
    [
        .. Debits == Credits ? [] : new[] { (DebitsAreCredits, 1) },
        .. Checks.Where(c => c.Wrong > 0).Select(c => (c.Law, c.Wrong)),
    ];
}
