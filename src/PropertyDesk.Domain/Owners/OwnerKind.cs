namespace PropertyDesk.Domain.Owners;

public enum OwnerKind
{
    Person,

    Organisation,

    /// <summary>开发商: pays for units that are not sold or not handed over.</summary>
    Developer,
}
