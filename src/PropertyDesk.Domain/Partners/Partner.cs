using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Partners;

/// <summary>What an outside unit is to a community.</summary>
public enum PartnerKind
{
    /// <summary>供电</summary>
    Power,

    /// <summary>供水</summary>
    Water,

    /// <summary>燃气</summary>
    Gas,

    /// <summary>供热</summary>
    Heating,

    /// <summary>通信</summary>
    Telecom,

    /// <summary>业委会</summary>
    OwnersCommittee,

    /// <summary>街道、居委会</summary>
    Neighbourhood,

    /// <summary>派出所、消防</summary>
    Authority,

    /// <summary>外包单位</summary>
    Contractor,

    /// <summary>其他</summary>
    Other,
}

/// <summary>Somebody to speak to there.</summary>
public sealed record ContactPlan(string? Name, string? Role, string? Phone);

/// <summary>What is kept of an outside unit.</summary>
/// <param name="Contacts">In the order in which they are called.</param>
public sealed record PartnerPlan(PartnerKind Kind, string? Name, string? Address, string? Note, IReadOnlyList<ContactPlan> Contacts);

/// <summary>An outside unit that a community works with (外部单位): utilities, the owners' committee, authorities, contractors.</summary>
public sealed class Partner : CommunityOwned
{
    /// <summary>People kept of one unit.</summary>
    public const int MostContacts = 10;

    private readonly List<PartnerContact> _contacts = [];

    private Partner()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one.</param>
    /// <exception cref="RuleViolation">Something is missing or too long.</exception>
    public Partner(Community community, PartnerPlan plan, Guid requestId)
        : base(community)
    {
        RequestId = requestId;
        Change(plan);
    }

    public Guid RequestId { get; private set; }

    public PartnerKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string? Address { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Nothing is done with them any more; what was is kept.</summary>
    public bool IsEnded { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<PartnerContact> Contacts => _contacts;

    /// <exception cref="RuleViolation">Something is missing or too long.</exception>
    public void Change(PartnerPlan plan)
    {
        if (plan.Contacts.Count > MostContacts)
        {
            throw new RuleViolation("联系人最多 {0} 位。", [MostContacts], "Contacts");
        }

        (Kind, Name) = (plan.Kind, Require.Text(plan.Name, "单位名称", 60));
        (Address, Note, Version) = (Require.OptionalText(plan.Address, "地址", 100), Require.OptionalText(plan.Note, "说明", 500), Guid.NewGuid());
        _contacts.Clear();
        _contacts.AddRange(plan.Contacts.Select((c, i) => new PartnerContact(this, i, c)));
    }

    /// <summary>Nothing is done with them any more, or again.</summary>
    public void End(bool isEnded) => (IsEnded, Version) = (isEnded, Guid.NewGuid());
}

/// <summary>Somebody to speak to at an outside unit.</summary>
public sealed class PartnerContact : CommunityOwned
{
    private PartnerContact()
    {
    }

    internal PartnerContact(Partner partner, int position, ContactPlan plan)
        : base(partner) => (PartnerId, Position, Name, Role, Phone) =
            (partner.Id, position, Require.Text(plan.Name, "联系人", 40), Require.OptionalText(plan.Role, "职务", 40), Require.OptionalText(plan.Phone, "电话", 40));

    public Guid PartnerId { get; private set; }

    /// <summary>0, 1 … in the order in which they are called.</summary>
    public int Position { get; private set; }

    public string Name { get; private set; } = "";

    public string? Role { get; private set; }

    public string? Phone { get; private set; }
}
