using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Archive;

/// <summary>What somebody is to the owner or renter.</summary>
public enum HouseholdRelation
{
    Spouse,

    Child,

    Parent,

    /// <summary>祖辈 or 孙辈</summary>
    Grandparent,

    OtherRelative,

    /// <summary>保姆、护工</summary>
    Helper,

    Flatmate,

    Other,
}

/// <summary>What is known of somebody.</summary>
/// <param name="IsEmergencyContact">紧急联系人: whom the desk calls when nobody answers.</param>
/// <param name="LivesElsewhere">Known to the desk, but not at home here, as the daughter of somebody who lives alone.</param>
public sealed record MemberFacts(string? Name, HouseholdRelation Relation, string? Phone, int? BirthYear, bool IsEmergencyContact, bool LivesElsewhere);

/// <summary>Somebody who lives in a unit beside its owner or renter (家庭成员), or whom the desk calls for them.</summary>
public sealed class HouseholdMember : Resident
{
    private const int OldestBirthYear = 1900;

    private HouseholdMember()
    {
    }

    /// <exception cref="RuleViolation">The name is missing, or a year or the contact cannot be.</exception>
    public HouseholdMember(Residence place, MemberFacts facts, Requester by)
        : base(place, by) => Change(facts, by);

    public string Name { get; private set; } = "";

    public HouseholdRelation Relation { get; private set; }

    public string? Phone { get; private set; }

    public int? BirthYear { get; private set; }

    public bool IsEmergencyContact { get; private set; }

    public bool LivesElsewhere { get; private set; }

    /// <exception cref="RuleViolation">The name is missing, or a year or the contact cannot be.</exception>
    public void Change(MemberFacts facts, Requester by)
    {
        if (facts.BirthYear < OldestBirthYear || facts.BirthYear > by.Today.Year)
        {
            throw new RuleViolation("出生年份应在 {0} 年到今年之间。", [OldestBirthYear], "BirthYear");
        }

        if (facts.IsEmergencyContact && string.IsNullOrWhiteSpace(facts.Phone))
        {
            throw new RuleViolation("紧急联系人须有电话。", field: "Phone");
        }

        (Name, Phone) = (Require.Text(facts.Name, "姓名", 60), Require.OptionalText(facts.Phone, "手机号", 40));
        (Relation, BirthYear, IsEmergencyContact, LivesElsewhere) = (facts.Relation, facts.BirthYear, facts.IsEmergencyContact, facts.LivesElsewhere);
    }
}
