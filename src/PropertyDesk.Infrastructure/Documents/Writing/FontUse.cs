using PropertyDesk.Infrastructure.Documents.TrueType;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>The characters of one face that a document uses, numbered in the order of their first use.</summary>
internal sealed class FontUse(TrueTypeFont font, string name, int id)
{
    private readonly Dictionary<int, int> _codes = [];
    private readonly List<int> _characters = [];

    public TrueTypeFont Font { get; } = font;

    /// <summary>Of the font among the resources of a page.</summary>
    public string Name { get; } = name;

    public int Id { get; } = id;

    /// <summary>Code 1 and following; code 0 is the glyph for "not there".</summary>
    public IReadOnlyList<int> Characters => _characters;

    /// <summary>The glyph of each code.</summary>
    public IEnumerable<int> Glyphs => _characters.Select(Font.Glyph).Prepend(0);

    /// <summary>
    /// The number that text in the PDF shows the character by. Two characters may share a glyph and still have codes of
    /// their own, so that each is copied out as itself.
    /// </summary>
    public int Code(int character)
    {
        if (!_codes.TryGetValue(character, out var code))
        {
            _characters.Add(character);
            code = _codes[character] = _characters.Count;
        }

        return code;
    }
}
