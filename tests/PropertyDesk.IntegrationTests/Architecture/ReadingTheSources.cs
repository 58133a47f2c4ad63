using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>Rules of the house that the text of the sources shows.</summary>
public sealed partial class ReadingTheSources
{
    private const int LongestFile = 300;
    private const int ReasonWithin = 8;

    [Fact]
    public void Every_text_has_its_English()
    {
        var english = XDocument.Load(Path.Combine(SourceFiles.Root, "src/PropertyDesk.Application/Texts.en.resx"))
            .Descendants("data").Select(d => d.Attribute("name")!.Value).ToHashSet();

        var missing = SourceFiles.Of("src", ".cs", ".cshtml")
            .SelectMany(file => TextKey().Matches(file.Text).Select(m => (file.Path, Key: Regex.Unescape(m.Groups["key"].Value))))
            .Where(use => Chinese().IsMatch(use.Key) && !english.Contains(use.Key))
            .Select(use => $"{use.Path}: {use.Key}");

        Found.Nothing(missing);
    }

    [Fact]
    public void Every_English_text_keeps_the_places_of_the_Chinese()
    {
        var texts = XDocument.Load(Path.Combine(SourceFiles.Root, "src/PropertyDesk.Application/Texts.en.resx"))
            .Descendants("data").Select(d => (Key: d.Attribute("name")!.Value, English: d.Element("value")!.Value)).ToList();

        Found.Nothing(texts.Where(t => t.English.Length == 0 || !Places(t.English).IsSubsetOf(Places(t.Key))).Select(t => t.Key));
        Found.Nothing(texts.GroupBy(t => t.Key).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Filters_are_never_switched_off_as_a_whole() =>
        Found.Nothing(SourceFiles.Of("src", ".cs").SelectMany(file => file.Places(AllFiltersOff())));

    [Fact]
    public void Whoever_passes_the_filters_says_why()
    {
        var uses = SourceFiles.Of("src", ".cs").SelectMany(file => file.Lines.Index()
            .Where(line => line.Item.Contains("IgnoreQueryFilters(", StringComparison.Ordinal) || line.Item.Contains(".AcrossCompanies(", StringComparison.Ordinal))
            .Select(line => (Place: $"{file.Path}:{line.Index + 1}", Above: file.Lines[Math.Max(0, line.Index - ReasonWithin)..line.Index]))).ToList();

        Assert.NotEmpty(uses);
        Found.Nothing(uses.Where(use => !use.Above.Any(line => line.Contains("Past the filters:", StringComparison.Ordinal))).Select(use => use.Place));
    }

    [Fact]
    public void Pages_have_no_raw_markup_and_nothing_inline() =>
        Found.Nothing(SourceFiles.Of("src", ".cshtml").SelectMany(page => page.Places(Inline())));

    [Fact]
    public void No_process_is_started_and_no_certificate_waved_through() =>
        Found.Nothing(SourceFiles.Of("src", ".cs").SelectMany(file => file.Places(Dangerous())));

    [Fact]
    public void Files_stay_readable() =>
        Found.Nothing(SourceFiles.Of("src", ".cs", ".cshtml", ".js", ".css").Concat(SourceFiles.Of("tests", ".cs"))
            .Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    /// <summary>A scan that finds nothing proves nothing: each pattern is shown what it must catch.</summary>
    [Theory]
    [InlineData("IgnoreQueryFilters", "db.Owners.IgnoreQueryFilters()", true)]
    [InlineData("IgnoreQueryFilters", "db.Owners.IgnoreQueryFilters(Filters)", false)]
    [InlineData("Inline", "@Html.Raw(x)", true)]
    [InlineData("Inline", "<p style=\"color:red\">", true)]
    [InlineData("Inline", "<a href=\"#\" onclick=\"go()\">", true)]
    [InlineData("Inline", "<script>go()</script>", true)]
    [InlineData("Inline", "<script nonce=\"1\">go()</script>", true)]
    [InlineData("Inline", "<a href=\"javascript:go()\">", true)]
    [InlineData("Inline", "<style>p{}</style>", true)]
    [InlineData("Inline", "<script src=\"/js/desk.js\" asp-append-version=\"true\"></script>", false)]
    [InlineData("Inline", "<input data-confirm=\"once\" asp-for=\"Input.On\" />", false)]
    [InlineData("TextKey", "@T[\"收款\"]", true)]
    [InlineData("TextKey", "throw new RuleViolation(\"单价不能为负数。\")", true)]
    [InlineData("TextKey", "[Required(ErrorMessage = \"必填\")]", true)]
    public void The_patterns_catch_what_they_are_for(string pattern, string source, bool caught)
    {
        var regex = pattern switch { "Inline" => Inline(), "TextKey" => TextKey(), _ => AllFiltersOff() };

        Assert.Equal(caught, regex.IsMatch(source));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["n"].Value)];

    [GeneratedRegex("""(?:\bT\[|Texts\.Of\(|new RuleViolation\(|ErrorMessage = |Display\(Name = |Refuse\()\s*"(?<key>(?:[^"\\]|\\.)*)\x22""", RegexOptions.ExplicitCapture)]
    private static partial Regex TextKey();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{(?<n>\d)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"IgnoreQueryFilters\(\s*\)")]
    private static partial Regex AllFiltersOff();

    [GeneratedRegex(@"Html\.Raw|HtmlString\(|<script(?![^>]*\bsrc=)[^>]*>|<style|<[^@<>]*\s(style|on[a-z]+)\s*=|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();

    [GeneratedRegex(@"Process\.Start|ServerCertificateCustomValidationCallback|DangerousAcceptAny")]
    private static partial Regex Dangerous();
}
