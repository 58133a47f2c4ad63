using System.Text.RegularExpressions;
using Serilog.Events;
using Serilog.Formatting;

namespace PropertyDesk.Web.Hosting;

/// <summary>Masks mobile, identity and bank account numbers in whatever a log line says: the last wall before the disk.</summary>
public sealed partial class MaskedFormatter(ITextFormatter inner) : ITextFormatter
{
    public static string Mask(string line) => Phone().Replace(Account().Replace(IdNumber().Replace(line, "${head}********${tail}"), LastFour), "${prefix}${head}****${tail}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        output.Write(Mask(line.ToString()));
    }

    private static string LastFour(Match account) => "****" + string.Concat(account.Value.Where(char.IsAsciiDigit))[^4..];

    // Letters before or after would be part of a GUID or a trace id; a point before, the digits of a fraction.
    [GeneratedRegex(@"(?<![0-9a-zA-Z.])(?<head>[1-9]\d{5})(?:\d{8}|\d{5})(?<tail>\d{3}[\dXx]|\d{4})(?![0-9a-zA-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IdNumber();

    // Cards and accounts of banks: 16 to 19 digits, also in groups of four. A hyphen before would be that of a GUID.
    [GeneratedRegex(@"(?<![0-9a-zA-Z.-])\d{4}(?: ?\d{4}){3}(?: ?\d{1,3})?(?![0-9a-zA-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![0-9a-zA-Z.])(?<prefix>(?:\+?86[ -]?)?)(?<head>1[3-9]\d)[ -]?\d{4}[ -]?(?<tail>\d{4})(?![0-9a-zA-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
