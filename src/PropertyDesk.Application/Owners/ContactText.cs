using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Owners;

/// <summary>Contact data as people type it: made plain, and refused where it cannot be what it claims.</summary>
internal static partial class ContactText
{
    /// <summary>Null where nothing was typed.</summary>
    public static string? Phone(string? text)
    {
        var phone = UnitText.Plain(text).Replace(" ", "", StringComparison.Ordinal);
        return phone.Length == 0 ? null
            : PhonePattern().IsMatch(phone) ? phone : throw new RuleViolation("“{0}”不像电话号码。", [phone], "Phone");
    }

    /// <summary>Null where nothing was typed.</summary>
    public static string? Email(string? text)
    {
        var email = UnitText.Plain(text);
        return email.Length == 0 ? null
            : new EmailAddressAttribute().IsValid(email) ? email : throw new RuleViolation("“{0}”不像邮箱地址。", [email], "Email");
    }

    [GeneratedRegex(@"^\+?\d[\d-]{4,19}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
