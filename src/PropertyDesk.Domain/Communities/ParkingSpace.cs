namespace PropertyDesk.Domain.Communities;

/// <summary>A parking space (车位).</summary>
public sealed class ParkingSpace : CommunityOwned
{
    private ParkingSpace()
    {
    }

    public ParkingSpace(Community community, string number, ParkingSpaceKind kind)
        : base(community)
    {
        (Number, Kind) = (Require.Text(number, "车位号", 40), kind);
        SearchNumber = SearchKey.Plain(Number);
    }

    public string Number { get; private set; } = "";

    /// <summary><see cref="Number"/> as a <see cref="SearchKey"/>.</summary>
    public string SearchNumber { get; private set; } = "";

    public ParkingSpaceKind Kind { get; private set; }

    public void ChangeKind(ParkingSpaceKind kind) => Kind = kind;
}
