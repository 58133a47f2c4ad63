namespace PropertyDesk.Domain.Owners;

public enum OwnerKind
{
    Person,

    Organisation,

    /// <summary>开发商: pays for units that are not sold or not handed over.</summary>
    Developer,

    /// <summary>租户: rents a unit and may pay some of its charges; owns nothing.</summary>
    Lessee,
}
