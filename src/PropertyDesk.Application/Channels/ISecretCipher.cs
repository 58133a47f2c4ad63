namespace PropertyDesk.Application.Channels;

/// <summary>Encrypts a company's secrets that are kept: keys of channels. What one company protects no other can read.</summary>
public interface ISecretCipher
{
    string Protect(string plain);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not made here, altered, or another company's.</exception>
    string Unprotect(string cipher);
}
