namespace PropertyDesk.Domain.Vouchers;

/// <summary>A subject of the finance system (科目), as it knows it.</summary>
public sealed record Subject(string Code, string Name)
{
    public const int CodeLength = 30;
    public const int NameLength = 60;

    /// <summary>Null where neither code nor name is given.</summary>
    /// <param name="what">What is mapped, for the refusal.</param>
    /// <exception cref="RuleViolation">Only one of both is given, or one is too long.</exception>
    public static Subject? Of(string? code, string? name, string what)
    {
        var (given, named) = (code?.Trim() ?? "", name?.Trim() ?? "");
        if (given.Length == 0 && named.Length == 0)
        {
            return null;
        }

        if (given.Length is 0 or > CodeLength || named.Length is 0 or > NameLength)
        {
            throw new RuleViolation("{0}：科目编码（最多 {1} 个字）和名称（最多 {2} 个字）要一起填。", [what, CodeLength, NameLength]);
        }

        return new Subject(given, named);
    }
}
