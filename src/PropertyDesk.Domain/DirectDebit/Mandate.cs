using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>What an owner agreed with the bank.</summary>
/// <param name="To">Last day; null for none.</param>
/// <param name="Limit">The most of one collection; null for any amount.</param>
public sealed record MandateTerms(string? Bank, string? Holder, string? AgreementNumber, DateOnly From, DateOnly? To, Money? Limit);

/// <summary>
/// An owner's agreement that the bank collects what is due (托收委托). An owner has one at a time. The account number is kept
/// encrypted and shown by its last four digits.
/// </summary>
public sealed class Mandate : CommunityOwned
{
    private Mandate()
    {
    }

    /// <exception cref="RuleViolation">Something is missing, or the days contradict each other.</exception>
    public Mandate(Owner owner, MandateTerms terms, ProtectedAccount account, Requester by)
        : base(owner)
    {
        (OwnerId, Owner, CurrentOwnerId) = (owner.Id, owner, owner.Id);
        (RecordedBy, RecordedAt) = (by.Name, by.At);
        Set(terms, account);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    /// <summary>The owner while it lasts; unique, so that an owner has one.</summary>
    public Guid? CurrentOwnerId { get; private set; }

    public string Bank { get; private set; } = "";

    public string AccountCipher { get; private set; } = "";

    public string AccountTail { get; private set; } = "";

    /// <summary>户名, as the bank has it: may be another than the owner's.</summary>
    public string Holder { get; private set; } = "";

    public string AgreementNumber { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public bool IsLimited { get; private set; }

    /// <summary>The most of one collection; nothing where it is not limited.</summary>
    public Money Limit { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsEnded => EndedAt is not null;

    public bool IsValidOn(DateOnly day) => !IsEnded && From <= day && (To is null || To >= day);

    /// <param name="account">Null keeps what is there.</param>
    /// <exception cref="RuleViolation">It was ended, or the new terms are none.</exception>
    public void Change(MandateTerms terms, ProtectedAccount? account)
    {
        RequireCurrent();
        Set(terms, account ?? new ProtectedAccount(AccountCipher, AccountTail));
    }

    /// <summary>Ends it: nothing is collected by it any more.</summary>
    public void End(Requester by)
    {
        RequireCurrent();
        (EndedBy, EndedAt, CurrentOwnerId, Version) = (by.Name, by.At, null, Guid.NewGuid());
    }

    private void RequireCurrent()
    {
        if (IsEnded)
        {
            throw new RuleViolation("该委托已由 {0} 终止。", [EndedBy!]);
        }
    }

    private void Set(MandateTerms terms, ProtectedAccount account)
    {
        Bank = Require.Text(terms.Bank, "开户银行", 50);
        Holder = Require.Text(terms.Holder, "户名", 60);
        AgreementNumber = Require.Text(terms.AgreementNumber, "协议号", 40);
        (From, To) = (terms.From, Require.NotBefore(terms.To, terms.From));
        if (terms.Limit <= Money.Zero)
        {
            throw new RuleViolation("单次限额须大于 0；不限请留空。", field: "Limit");
        }

        (IsLimited, Limit) = (terms.Limit is not null, terms.Limit ?? Money.Zero);
        (AccountCipher, AccountTail, Version) = (account.Cipher, account.Tail, Guid.NewGuid());
    }
}
