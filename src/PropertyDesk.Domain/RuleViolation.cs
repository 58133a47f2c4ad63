namespace PropertyDesk.Domain;

/// <summary>
/// A business rule says no. The message is Simplified Chinese with {0} places and is at the same time the key of its
/// English text; the edge of the program translates it and shows it at the field, if one is named.
/// </summary>
public sealed class RuleViolation(string message, object[]? arguments = null, string? field = null)
    : Exception(arguments is null ? message : string.Format(System.Globalization.CultureInfo.InvariantCulture, message, arguments))
{
    /// <summary>The untranslated message with its places.</summary>
    public string Key { get; } = message;

    public object[] Arguments { get; } = arguments ?? [];

    /// <summary>The input field at fault, if one is.</summary>
    public string? Field { get; } = field;
}
