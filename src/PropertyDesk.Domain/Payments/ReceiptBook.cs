using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Payments;

/// <summary>The counter of a community's receipts. Taking a number locks the row, so numbers have no gap.</summary>
public sealed class ReceiptBook : CommunityOwned
{
    /// <summary>The book that a community starts with.</summary>
    public const string Standard = "A";

    /// <summary>The book of deposits (押金): their receipts are no payments.</summary>
    public const string Deposits = "D";

    /// <summary>The book of purse documents (预存款): they are no receipts, for no money changes hands.</summary>
    public const string Purses = "P";

    private ReceiptBook()
    {
    }

    public ReceiptBook(Community community, string name = Standard)
        : base(community) => Name = Require.Text(name, "收据本", 10);

    public string Name { get; private set; } = "";

    public int LastNumber { get; private set; }
}
