using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// The bill that this browser has opened by its printed code, in a cookie that only this program can write: one bill, for
/// twenty minutes.
/// </summary>
public sealed class OpenedBills(IDataProtectionProvider protection, DeskCookies cookies)
{
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(20);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("PropertyDesk.OpenedBill").ToTimeLimitedDataProtector();
    private readonly CookieBuilder _cookie = Build(cookies);

    public void Remember(HttpContext context, int companyId, Guid billId) => context.Response.Cookies.Append(
        _cookie.Name!, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{companyId}:{billId:n}"), Valid), _cookie.Build(context));

    /// <summary>Enters the company of the bill, to read and nothing else.</summary>
    /// <returns>The bill; null where none was opened, or its time is over.</returns>
    public async Task<Guid?> EnterAsync(HttpContext context, CurrentCompany company, DeskDbContext db)
    {
        try
        {
            if (context.Request.Cookies[_cookie.Name!] is not { } token || _protector.Unprotect(token).Split(':') is not [var id, var bill])
            {
                return null;
            }

            var number = int.Parse(id, CultureInfo.InvariantCulture);
            company.EnterAsJob(NotFoundException.Check(await db.Companies.FirstOrDefaultAsync(c => c.Id == number)), "");
            return Guid.ParseExact(bill, "n");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieBuilder Build(DeskCookies cookies)
    {
        var cookie = new CookieBuilder { IsEssential = true };
        cookies.Name(cookie, "bill");
        return cookie;
    }
}
