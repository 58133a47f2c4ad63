namespace PropertyDesk.Application.Accounts;

/// <summary>Encrypts what belongs to a login and therefore to no company: authenticator secrets, sessions, hashes of codes.</summary>
public interface ILoginCipher
{
    string Protect(string plain);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Not made here, or altered.</exception>
    string Unprotect(string cipher);
}
