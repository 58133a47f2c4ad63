using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Calls;

/// <summary>What people call about (咨询主题); each company has its own.</summary>
public sealed class CallTopic : CompanyOwned
{
    private CallTopic()
    {
    }

    /// <exception cref="RuleViolation">It has no name.</exception>
    public CallTopic(Company company, string? name, int position)
        : base(company.Id)
    {
        Position = position;
        Rename(name);
    }

    public string Name { get; private set; } = "";

    /// <summary>Where it stands in the choice; a new one stands last.</summary>
    public int Position { get; private set; }

    /// <summary>No new calls and articles; those that are there keep it.</summary>
    public bool IsEnded { get; private set; }

    /// <exception cref="RuleViolation">It has no name.</exception>
    public void Rename(string? name) => Name = Require.Text(name, "主题名称", 40);

    public void End() => IsEnded = true;

    public void Resume() => IsEnded = false;
}
