using System.Text.RegularExpressions;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Words of a template with the values of their places in them.</summary>
internal static partial class FilledWords
{
    /// <param name="value">The value of a place, by its name.</param>
    /// <param name="places">The places that there are.</param>
    public static DeliveryText Of(TemplateWords words, DeliveryLanguage language, Func<string, string> value, IReadOnlyList<string> places) => new(
        language, OneLine(TemplateText.Fill(words.Subject, value, places)), Short(WithoutGaps(TemplateText.Fill(words.Body, value, places))), words.Code,
        [.. words.ParameterOrder.Select(name => new DeliveryParameter(name, value(name)))], words.AttachesBill);

    // A name with a line break in it must not become a header of the mail.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > 200 ? line[..200] : line;
    }

    // A place that is empty leaves a paragraph without words.
    private static string WithoutGaps(string text) => Gaps().Replace(text, "\n\n");

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    private static string Short(string text) => text.Length > 4000 ? text[..4000] : text;
}
