using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Archive;

/// <summary>What a tag is for.</summary>
public enum TagKind
{
    /// <summary>标签: a plain word by which people are found.</summary>
    Label,

    /// <summary>服务需求: something that the desk and its workers have to act on.</summary>
    Need,
}

/// <summary>The colour of a tag; its mark says the same without colour.</summary>
public enum TagColour
{
    Grey,

    Blue,

    Green,

    Amber,

    Red,
}

/// <summary>How a tag looks and is treated.</summary>
/// <param name="Mark">One or two signs before the name, which tell tags apart without colour.</param>
/// <param name="IsSensitive">On an owner's page it stays hidden until somebody asks, which is logged (个人信息保护法 28: health and the like).</param>
public sealed record TagTerms(string? Name, TagKind Kind, string? Mark, TagColour Colour, bool IsSensitive);

/// <summary>A word that can be put on owners (标签、服务需求); each company has its own.</summary>
public sealed class OwnerTag : CompanyOwned
{
    public const int LongestName = 20;

    public const int LongestMark = 2;

    private OwnerTag()
    {
    }

    /// <exception cref="RuleViolation">It has no name.</exception>
    public OwnerTag(Company company, TagTerms terms, int position)
        : base(company.Id)
    {
        Position = position;
        Change(terms);
    }

    public string Name { get; private set; } = "";

    public TagKind Kind { get; private set; }

    public string Mark { get; private set; } = "";

    public TagColour Colour { get; private set; }

    public bool IsSensitive { get; private set; }

    /// <summary>Where it stands in the choice; a new one stands last.</summary>
    public int Position { get; private set; }

    /// <summary>Not put on anybody any more; where it is on, it stays.</summary>
    public bool IsEnded { get; private set; }

    /// <exception cref="RuleViolation">It has no name, or the mark is too long.</exception>
    public void Change(TagTerms terms)
    {
        Name = Require.Text(terms.Name, "标签名称", LongestName);
        Mark = Require.OptionalText(terms.Mark, "标签符号", LongestMark) ?? "";
        (Kind, Colour, IsSensitive) = (terms.Kind, terms.Colour, terms.IsSensitive);
    }

    /// <summary>Takes it out of the choice, or brings it back.</summary>
    public void End(bool isEnded) => IsEnded = isEnded;
}
