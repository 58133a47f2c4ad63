using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;

namespace PropertyDesk.Infrastructure.PersonalData;

/// <summary>
/// ASP.NET Core Data Protection with the company as part of the purpose. Old keys stay readable after rotation, so the keys
/// belong to every backup.
/// </summary>
internal sealed class DataProtectionCipher(IDataProtectionProvider provider, CurrentCompany current) : IPersonalDataCipher
{
    private const string Purpose = "PropertyDesk.PersonalData";

    private IDataProtector Protector =>
        provider.CreateProtector(Purpose, current.Require().ToString(CultureInfo.InvariantCulture));

    public string Protect(string plain) => Protector.Protect(plain);

    public string Unprotect(string cipher) => Protector.Unprotect(cipher);
}
