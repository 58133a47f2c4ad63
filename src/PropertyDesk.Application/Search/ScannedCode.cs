using System.Text.RegularExpressions;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Search;

/// <summary>
/// What a scanner at the desk types when it reads a printed code: the address on a bill, or the one that proves a receipt.
/// The code alone, typed by hand, works too.
/// </summary>
/// <param name="BillId">Of an address that names the bill itself.</param>
/// <param name="Code">Printed on a bill or a receipt.</param>
internal sealed partial record ScannedCode(Guid? BillId, string? Code)
{
    /// <returns>Null for text that is no code.</returns>
    public static ScannedCode? Of(string text)
    {
        var last = text.TrimEnd('/').Split('/')[^1].Split('?', '#')[0];
        if (Guid.TryParse(last, out var bill))
        {
            return new ScannedCode(bill, null);
        }

        var code = PrintedCode.Read(last)?.Code ?? last.ToUpperInvariant();
        return CodeText().IsMatch(code) ? new ScannedCode(null, code) : null;
    }

    [GeneratedRegex("^(?=.*[A-Z])[2-9A-Z]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeText();
}
