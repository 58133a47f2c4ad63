namespace PropertyDesk.Domain.Reports;

/// <summary>How fine a stored sum is.</summary>
public enum SumGrain
{
    /// <summary>What one act did, written with it; merged into the others later. Counts beside each of them.</summary>
    Loose,

    /// <summary>Of a building, a kind of unit, a charge item and a day.</summary>
    Day,

    /// <summary>The same of a calendar month.</summary>
    Month,

    /// <summary>Of a whole community and a day.</summary>
    CommunityDay,
}
