namespace PropertyDesk.Domain.Communities;

/// <summary>A building (楼栋) of a community; the row of shops counts as one.</summary>
public sealed class Building : CommunityOwned
{
    private Building()
    {
    }

    public Building(Community community, string name, int sortOrder)
        : base(community) => (Name, SortOrder) = (Require.Text(name, "楼栋", 40), sortOrder);

    public string Name { get; private set; } = "";

    /// <summary>Place in lists and in the walking order of the delivery round.</summary>
    public int SortOrder { get; private set; }
}
