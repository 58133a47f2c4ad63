namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>What is not divided between pages: a line of text, a row, a picture. Measured from its own upper left corner.</summary>
internal sealed class Piece(float height)
{
    public float Height { get; } = height;

    public List<DrawingOperation> Drawing { get; init; } = [];

    /// <summary>Stays on the page of the next piece.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Printed again when this piece is the first of a page: the header of its table.</summary>
    public Piece? Header { get; init; }

    /// <summary>Starts a page; draws nothing.</summary>
    public bool StartsPage { get; init; }
}
