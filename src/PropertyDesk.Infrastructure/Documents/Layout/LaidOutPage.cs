namespace PropertyDesk.Infrastructure.Documents.Layout;

/// <summary>A page ready to be written.</summary>
internal sealed class LaidOutPage
{
    public List<DrawingOperation> Drawing { get; } = new(128);

    public void Place(Piece piece, float x, float y)
    {
        foreach (var operation in piece.Drawing)
        {
            Drawing.Add(operation.Moved(x, y));
        }
    }
}
