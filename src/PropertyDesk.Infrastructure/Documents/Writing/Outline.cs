using System.Globalization;
using PropertyDesk.Application.Documents;
using static PropertyDesk.Infrastructure.Documents.Writing.PdfSyntax;

namespace PropertyDesk.Infrastructure.Documents.Writing;

/// <summary>The table of contents: entries, or groups of entries that open by a click.</summary>
internal sealed class Outline
{
    private readonly List<Entry> _top = [];

    public void Add(Bookmark bookmark, int page)
    {
        var siblings = bookmark.Group is { } group ? Group(group, page) : _top;
        siblings.Add(new Entry(bookmark.Title, page, []));
    }

    /// <summary>Writes the entries; null when there are none.</summary>
    public int? Write(PdfFile file)
    {
        if (_top.Count == 0)
        {
            return null;
        }

        var id = file.NewId();
        var (first, last) = Write(file, _top, parent: id);
        file.Add(id, string.Create(CultureInfo.InvariantCulture, $"<</Type/Outlines/First {Reference(first)}/Last {Reference(last)}/Count {_top.Count}>>"));
        return id;
    }

    /// <summary>The group of the section before, or a new one.</summary>
    private List<Entry> Group(string title, int page)
    {
        if (_top.Count == 0 || _top[^1].Children.Count == 0 || _top[^1].Title != title)
        {
            _top.Add(new Entry(title, page, []));
        }

        return _top[^1].Children;
    }

    private static (int First, int Last) Write(PdfFile file, List<Entry> entries, int parent)
    {
        var ids = entries.Select(_ => file.NewId()).ToArray();
        for (var i = 0; i < ids.Length; i++)
        {
            var previous = i > 0 ? $"/Prev {Reference(ids[i - 1])}" : "";
            var next = i + 1 < ids.Length ? $"/Next {Reference(ids[i + 1])}" : "";
            var children = Children(file, entries[i], ids[i]);
            file.Add(ids[i], $"<</Title{Text(entries[i].Title)}/Parent {Reference(parent)}/Dest[{Reference(entries[i].Page)}/Fit]{previous}{next}{children}>>");
        }

        return (ids[0], ids[^1]);
    }

    /// <summary>A negative count keeps the group closed until the reader opens it.</summary>
    private static string Children(PdfFile file, Entry entry, int id)
    {
        if (entry.Children.Count == 0)
        {
            return "";
        }

        var (first, last) = Write(file, entry.Children, id);
        return string.Create(CultureInfo.InvariantCulture, $"/First {Reference(first)}/Last {Reference(last)}/Count -{entry.Children.Count}");
    }

    private sealed record Entry(string Title, int Page, List<Entry> Children);
}
