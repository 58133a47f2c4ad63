using System.Globalization;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>
/// Our own key of a line in a bank's file (明细编号): batch and place in it, and two check digits (ISO 7064, modulus 97), so
/// that a key that was garbled on its way is no other line's.
/// </summary>
public static class LineKey
{
    private const int CheckDigits = 100;
    private const int Modulus = 97;

    /// <param name="batch">Number of the batch, from 1.</param>
    /// <param name="sequence">Place in its file, from 1.</param>
    public static string Of(int batch, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequence);
        var number = ((long)batch * 100_000) + sequence;
        var check = Modulus + 1 - (number * CheckDigits % Modulus);
        return string.Create(CultureInfo.InvariantCulture, $"{batch:000000}{sequence:00000}{check:00}");
    }

    public static bool IsWhole(string key) =>
        key.Length is >= 13 and <= 18 && key.All(char.IsAsciiDigit) && long.Parse(key, CultureInfo.InvariantCulture) % Modulus == 1;
}
