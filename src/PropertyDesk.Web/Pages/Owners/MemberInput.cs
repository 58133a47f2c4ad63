using System.ComponentModel.DataAnnotations;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>What is known of a member of a household, as a form has it.</summary>
public sealed class MemberInput
{
    [Required(ErrorMessage = "请填写姓名。")]
    [StringLength(60)]
    public string? Name { get; set; }

    public HouseholdRelation Relation { get; set; }

    [StringLength(40)]
    public string? Phone { get; set; }

    public int? BirthYear { get; set; }

    public bool IsEmergencyContact { get; set; }

    public bool LivesElsewhere { get; set; }

    internal MemberFacts Facts => new(Name, Relation, Phone, BirthYear, IsEmergencyContact, LivesElsewhere);

    internal static MemberInput Of(MemberFacts facts) => new()
    {
        Name = facts.Name,
        Relation = facts.Relation,
        Phone = facts.Phone,
        BirthYear = facts.BirthYear,
        IsEmergencyContact = facts.IsEmergencyContact,
        LivesElsewhere = facts.LivesElsewhere,
    };
}
