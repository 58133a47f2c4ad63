using System.Text.RegularExpressions;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Search;

/// <summary>
/// What a scanner at the desk types when it reads a printed code: the address on a bill, or the one that proves a receipt
/// (its code typed by hand works too).
/// </summary>
/// <param name="BillId">Of a bill's code.</param>
/// <param name="ReceiptCode">Of a receipt's code.</param>
internal sealed partial record ScannedCode(Guid? BillId, string? ReceiptCode)
{
    /// <returns>Null for text that is no code.</returns>
    public static ScannedCode? Of(string text)
    {
        var last = text.TrimEnd('/').Split('/')[^1].Split('?', '#')[0];
        if (Guid.TryParse(last, out var bill))
        {
            return new ScannedCode(bill, null);
        }

        var code = last[(last.LastIndexOf('-') + 1)..].ToUpperInvariant();
        return code.Length == Receipt.CodeLength && ReceiptText().IsMatch(code) ? new ScannedCode(null, code) : null;
    }

    [GeneratedRegex("^(?=.*[A-Z])[2-9A-Z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ReceiptText();
}
