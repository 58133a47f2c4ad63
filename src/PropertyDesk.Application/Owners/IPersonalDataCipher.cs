namespace PropertyDesk.Application.Owners;

/// <summary>Encrypts personal data that is kept (身份证号); the text of one company cannot be read in another.</summary>
public interface IPersonalDataCipher
{
    string Protect(string plain);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not made here, altered, or another company's.</exception>
    string Unprotect(string cipher);
}
