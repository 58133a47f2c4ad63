using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Archive;

/// <summary>What kind of animal it is.</summary>
public enum PetKind
{
    Dog,

    Cat,

    Other,
}

/// <summary>What is known of a pet.</summary>
/// <param name="Name">Name, breed, colour: by what it is recognised.</param>
/// <param name="Licence">犬证号; for dogs.</param>
/// <param name="LicenceUntil">Last day of the licence.</param>
public sealed record PetFacts(PetKind Kind, string? Name, string? Licence, DateOnly? LicenceUntil);

/// <summary>A pet of a household (宠物).</summary>
public sealed class Pet : Resident
{
    private Pet()
    {
    }

    /// <exception cref="RuleViolation">It is not said which one, or a licence ends that has no number.</exception>
    public Pet(Residence place, PetFacts facts, Requester by)
        : base(place, by) => Change(facts);

    public PetKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string? Licence { get; private set; }

    public DateOnly? LicenceUntil { get; private set; }

    /// <exception cref="RuleViolation">It is not said which one, or a licence ends that has no number.</exception>
    public void Change(PetFacts facts)
    {
        if (facts.LicenceUntil is not null && string.IsNullOrWhiteSpace(facts.Licence))
        {
            throw new RuleViolation("填了犬证有效期，请也填犬证号。", field: "Licence");
        }

        (Kind, Name) = (facts.Kind, Require.Text(facts.Name, "名字或品种", 60));
        (Licence, LicenceUntil) = (Require.OptionalText(facts.Licence, "犬证号", 40), facts.LicenceUntil);
    }
}
