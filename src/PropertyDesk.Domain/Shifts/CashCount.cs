using System.Globalization;

namespace PropertyDesk.Domain.Shifts;

/// <summary>Banknotes and coins, counted by denomination.</summary>
public sealed record CashCount
{
    /// <summary>Denominations of the yuan in fen, the largest first.</summary>
    public static readonly IReadOnlyList<int> Denominations = [100_00, 50_00, 20_00, 10_00, 5_00, 1_00, 50, 10, 5, 2, 1];

    private readonly IReadOnlyList<int> _pieces;

    /// <param name="pieces">How many of each denomination, in their order; of those left out at the end, none.</param>
    public CashCount(IReadOnlyList<int> pieces) => _pieces = pieces.Count <= Denominations.Count && pieces.All(p => p is >= 0 and <= 100_000)
        ? [.. pieces, .. Enumerable.Repeat(0, Denominations.Count - pieces.Count)]
        : throw new RuleViolation("张数须为 0 到 100000 的整数。");

    public Money Total => new(_pieces.Zip(Denominations, (count, fen) => (long)count * fen).Sum());

    public IReadOnlyList<int> Pieces => _pieces;

    public static CashCount Parse(string text) =>
        new([.. text.Split(' ').Select(piece => int.Parse(piece, CultureInfo.InvariantCulture))]);

    /// <summary>The pieces in their order, separated by spaces.</summary>
    public override string ToString() => string.Join(' ', _pieces.Select(p => p.ToString(CultureInfo.InvariantCulture)));
}
