using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Infrastructure.Secrets;

/// <summary>ASP.NET Core Data Protection with a purpose of its own: what encrypts personal data cannot read secrets.</summary>
internal sealed class SecretCipher(IDataProtectionProvider provider, CurrentCompany current) : ISecretCipher
{
    private const string Purpose = "PropertyDesk.Secrets";

    private IDataProtector Protector => provider.CreateProtector(Purpose, current.Require().ToString(CultureInfo.InvariantCulture));

    public string Protect(string plain) => Protector.Protect(plain);

    public string Unprotect(string cipher) => Protector.Unprotect(cipher);
}
