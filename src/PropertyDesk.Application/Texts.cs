using System.Globalization;
using System.Resources;
using PropertyDesk.Domain;

namespace PropertyDesk.Application;

/// <summary>
/// The words of the program. The Simplified Chinese text is the key; Texts.en.resx holds the English beside it.
/// Pages use <c>IStringLocalizer&lt;Texts&gt;</c>, services and documents use <see cref="Of"/>; both read the same file.
/// </summary>
public sealed class Texts
{
    /// <summary>Without parents: there is no neutral file, and looking for one throws where a text has no English.</summary>
    private static readonly Lazy<ResourceSet> English = new(() =>
        new ResourceManager("PropertyDesk.Application.Texts", typeof(Texts).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)
        ?? throw new MissingManifestResourceException("Texts.en.resx is not among the program's files."));

    private Texts()
    {
    }

    /// <summary>The text in the current UI language, with {0} places filled.</summary>
    public static string Of(string key, params object?[] arguments)
    {
        var text = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            ? English.Value.GetString(key) ?? key
            : key;
        return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
    }

    /// <summary>A refusal in the current UI language; field names among its arguments are translated too.</summary>
    public static string Of(RuleViolation rule) => Of(rule.Key, [.. rule.Arguments.Select(a => a is string text ? Of(text) : a)]);
}
