namespace PropertyDesk.Domain;

/// <summary>Forms under which things are kept to be found quickly: an index finds the beginning of a text, and nothing else of it.</summary>
public static class SearchKey
{
    /// <summary>As people type it, small letters or large.</summary>
    public static string Plain(string text) => text.ToUpperInvariant();

    /// <summary>
    /// What comes right behind everything that begins with a text. Between the two lies what begins with it: a span, which
    /// every database finds by an index whatever the text is; of LIKE it must know the text when it plans.
    /// </summary>
    /// <param name="beginning">Not empty.</param>
    public static string Behind(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);

    /// <summary>Letters and digits only. Null stays null.</summary>
    public static string? Bare(string? text) => text is null ? null : string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Letters and digits from the end: what people say of a number is its end. Null stays null.</summary>
    public static string? Backwards(string? text) => Bare(text) is { } bare ? string.Concat(bare.Reverse()) : null;
}
