using System.Text.RegularExpressions;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>A source file with its path from the root of the repository.</summary>
internal sealed record SourceFile(string Path, string[] Lines)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>"path:line" of every match of a pattern.</summary>
    public IEnumerable<string> Places(Regex pattern) =>
        pattern.Matches(Text).Select(match => $"{Path}:{Text.AsSpan(0, match.Index).Count('\n') + 1} {match.Value.ReplaceLineEndings(" ")}");
}

/// <summary>The sources that people write: what tools generate and what is vendored is left out.</summary>
internal static class SourceFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "lib", "Migrations"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Of(string folder, params string[] endings)
    {
        var files = Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Any(file.EndsWith) && !file.Split('/').Any(NotOurs.Contains))
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(file, File.ReadAllLines(System.IO.Path.Combine(Root, file))))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "PropertyDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests read the sources: run them inside the repository.");
    }
}
