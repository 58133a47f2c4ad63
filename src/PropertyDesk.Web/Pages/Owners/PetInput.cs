using System.ComponentModel.DataAnnotations;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>What is known of a pet, as a form has it.</summary>
public sealed class PetInput
{
    public PetKind Kind { get; set; }

    [Required(ErrorMessage = "请填写名字或品种。")]
    [StringLength(60)]
    public string? Name { get; set; }

    [StringLength(40)]
    public string? Licence { get; set; }

    public DateOnly? LicenceUntil { get; set; }

    internal PetFacts Facts => new(Kind, Name, Licence, LicenceUntil);

    internal static PetInput Of(PetFacts facts) => new() { Kind = facts.Kind, Name = facts.Name, Licence = facts.Licence, LicenceUntil = facts.LicenceUntil };
}
