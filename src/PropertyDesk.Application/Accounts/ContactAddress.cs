using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Accounts;

/// <summary>A mobile number or an e-mail address, written in one way.</summary>
public sealed record ContactAddress(ContactKind Kind, string Text)
{
    /// <summary>For the eyes of somebody who may not know it whole.</summary>
    public string Masked => Mask(Text);

    /// <exception cref="RuleViolation">It is neither a mobile number nor an e-mail address.</exception>
    public static ContactAddress Read(string? text)
    {
        var address = NewLogin.Normalize(text);
        return address.Contains('@', StringComparison.Ordinal) ? new(ContactKind.Email, address.ToLowerInvariant()) : new(ContactKind.Phone, address);
    }

    public static string Mask(string address) => address.Contains('@', StringComparison.Ordinal) ? Masking.Email(address) : Masking.Phone(address);
}
