namespace PropertyDesk.Application.Owners;

/// <summary>
/// How personal data is shown by default: enough to compare with what a caller says, too little to copy
/// (rules of the desk, section 8).
/// </summary>
public static class Masking
{
    /// <summary>138****1234; numbers shorter than seven characters keep their last two.</summary>
    public static string Phone(string? phone) => phone is null ? "" : Mask(phone, 3, 4, 4);

    /// <summary>110101********1234: region and the last four.</summary>
    public static string IdNumber(string? idNumber) => idNumber is null ? "" : Mask(idNumber, 6, 4, 8);

    /// <summary>z****@example.com.</summary>
    public static string Email(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        return at <= 0 ? "" : $"{email![0]}****{email[at..]}";
    }

    private static string Mask(string text, int head, int tail, int stars) => text.Length >= head + tail
        ? string.Concat(text.AsSpan(0, head), new string('*', stars), text.AsSpan(text.Length - tail))
        : string.Concat(new string('*', stars), text.AsSpan(Math.Max(0, text.Length - 2)));
}
