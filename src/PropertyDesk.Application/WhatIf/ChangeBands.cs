using PropertyDesk.Domain;

namespace PropertyDesk.Application.WhatIf;

/// <summary>Households whose change lies above one bound, up to and including the other.</summary>
/// <param name="Above">Null for the band of those whose amount stays the same.</param>
public sealed record ChangeBand(Money? Above, Money? UpTo, int Households);

/// <summary>Divides changes into bands of one round width, with those that stay the same in a band of their own.</summary>
internal static class ChangeBands
{
    private const int MostPerSide = 6;

    private static readonly long[] Widths = [.. Enumerable.Range(0, 9).SelectMany(power => new long[] { 1, 2, 5 }.Select(n => n * (long)Math.Pow(10, power)))];

    public static IReadOnlyList<ChangeBand> Of(IReadOnlyList<Money> changes)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var largest = changes.Max(c => Math.Abs(c.Fen));
        var width = Array.Find(Widths, w => w * MostPerSide >= largest) is > 0 and var found ? found : Widths[^1];
        var bands = changes.Where(c => !c.IsZero).GroupBy(c => Slot(c.Fen, width)).ToDictionary(g => g.Key, g => g.Count());
        var (first, last) = (Math.Min(0, bands.Keys.DefaultIfEmpty(0).Min()), Math.Max(0, bands.Keys.DefaultIfEmpty(0).Max()));
        return
        [
            .. Enumerable.Range(first, last - first + 1).Select(slot => slot == 0
                ? new ChangeBand(null, null, changes.Count(c => c.IsZero))
                : new ChangeBand(new Money((slot > 0 ? slot - 1 : slot) * width), new Money((slot > 0 ? slot : slot + 1) * width), bands.GetValueOrDefault(slot))),
        ];
    }

    // 1, 2 … for more, −1, −2 … for less; a change on a bound belongs to the band nearer to zero.
    private static int Slot(long fen, long width) => (int)(Math.Sign(fen) * ((Math.Abs(fen) + width - 1) / width));
}
