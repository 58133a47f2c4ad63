using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Links that show the working of one bill line without a login. The link is its own proof: it is encrypted and signed with
/// the program's keys, names company and line, and ends after thirty days.
/// </summary>
public sealed class ExplainLinks(IDataProtectionProvider protection, PublicLinks links, CurrentCompany company, DeskDbContext db)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("PropertyDesk.Explain").ToTimeLimitedDataProtector();

    /// <summary>The address for a line of the current company.</summary>
    public string For(Guid lineId) => links.Explain(_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{company.Require()}:{lineId:n}"), Valid));

    /// <summary>Enters the company of a link, to read and nothing else.</summary>
    /// <returns>The line.</returns>
    /// <exception cref="NotFoundException">The link is none of ours, or has ended.</exception>
    public async Task<Guid> EnterAsync(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split(':');
            var id = int.Parse(parts[0], CultureInfo.InvariantCulture);
            company.EnterAsJob(NotFoundException.Check(await db.Companies.FirstOrDefaultAsync(c => c.Id == id)), "");
            return Guid.ParseExact(parts[1], "n");
        }
        catch (CryptographicException)
        {
            throw new NotFoundException("ExplainLink");
        }
    }
}
