using System.ComponentModel.DataAnnotations;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Web.Pages.Staff;

/// <summary>A role and the communities it is limited to, as the forms of staff ask for them.</summary>
public class StaffInput
{
    /// <summary>The roles that staff can have, in the order of the choice.</summary>
    public static readonly IReadOnlyList<Role> Roles = [.. Enum.GetValues<Role>().Where(r => r.IsStaff())];

    [Required(ErrorMessage = "此项必填。")]
    public Role? Role { get; set; }

    /// <summary>None: all communities.</summary>
    public List<Guid> Communities { get; set; } = [];
}
