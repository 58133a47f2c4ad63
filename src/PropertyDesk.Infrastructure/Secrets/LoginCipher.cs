using Microsoft.AspNetCore.DataProtection;
using PropertyDesk.Application.Accounts;

namespace PropertyDesk.Infrastructure.Secrets;

/// <summary>ASP.NET Core Data Protection with a purpose of its own, the same in every company: a login spans them.</summary>
internal sealed class LoginCipher(IDataProtectionProvider provider) : ILoginCipher
{
    private readonly IDataProtector _protector = provider.CreateProtector("PropertyDesk.Logins");

    public string Protect(string plain) => _protector.Protect(plain);

    public string Unprotect(string cipher) => _protector.Unprotect(cipher);
}
