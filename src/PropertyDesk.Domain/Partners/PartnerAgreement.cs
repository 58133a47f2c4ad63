using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Partners;

/// <summary>An agreement (协议) with an outside unit.</summary>
public sealed class PartnerAgreement : CommunityOwned
{
    /// <summary>Days before its end on which it is time to think of the next one.</summary>
    public const int RemindDays = 30;

    private PartnerAgreement()
    {
    }

    /// <param name="until">Last day; null where it holds until it is ended.</param>
    /// <exception cref="RuleViolation">It has no title, or ends before it begins.</exception>
    public PartnerAgreement(Partner partner, string? title, DateOnly from, DateOnly? until, StoredFile? file, Guid requestId, string by)
        : base(partner)
    {
        (PartnerId, RequestId, Title, From) = (partner.Id, requestId, Require.Text(title, "协议名称", 80), from);
        (Until, FileId, By) = (Require.NotBefore(until, from), file?.Id, by);
    }

    public Guid PartnerId { get; private set; }

    public Guid RequestId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    public Guid? FileId { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>It was replaced or given up: nobody is reminded of it.</summary>
    public bool IsEnded { get; private set; }

    public void End() => IsEnded = true;
}
