namespace PropertyDesk.Application.Documents;

/// <summary>One line under every page of a section.</summary>
/// <param name="Left">May contain <see cref="Page"/> and <see cref="Pages"/>; so may the right side.</param>
public sealed record PageFooter(string Left, string Right)
{
    /// <summary>Stands for the number of the page within its section, from 1.</summary>
    public const string Page = "{page}";

    /// <summary>Stands for the number of pages of the section.</summary>
    public const string Pages = "{pages}";
}
