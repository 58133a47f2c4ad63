using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>
/// Who may enter which company. The one place that reads memberships before a company is entered, and therefore past the
/// filters; it reads only rows of the given user.
/// </summary>
public sealed class CompanyAccess(DeskDbContext db)
{
    /// <summary>Enters the company for the user; false when there is none or the user is not an enabled member.</summary>
    public async Task<bool> EnterAsync(string slug, Guid userId, string userName, CurrentCompany current)
    {
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug);
        if (company is null)
        {
            return false;
        }

        // Past the filters: no company is entered yet; narrowed to the user's own memberships in this company.
        var memberships = await db.Memberships.AcrossCompanies().AsNoTracking().Include(m => m.Communities).Include(m => m.Owner)
            .Where(m => m.CompanyId == company.Id && m.UserId == userId && m.DisabledAt == null)
            .ToListAsync();
        if (memberships.Count == 0)
        {
            return false;
        }

        current.Enter(company, userId, userName, memberships, memberships.Where(m => m.Owner is not null).Select(m => m.Owner!.CommunityId));
        return true;
    }

    /// <summary>The companies that a user may enter, for the switcher.</summary>
    public Task<List<CompanyChoice>> ChoicesAsync(Guid userId) =>
        (from company in db.Companies
         // Past the filters: the switcher spans companies; narrowed to the user's own memberships.
         where db.Memberships.AcrossCompanies().Any(m => m.CompanyId == company.Id && m.UserId == userId && m.DisabledAt == null)
         orderby company.Name
         select new CompanyChoice(company.Slug, company.Name)).ToListAsync();

    /// <summary>The user's other companies, each with what the owner records there that the user may look at still owe.</summary>
    public async Task<IReadOnlyList<CompanyElsewhere>> ElsewhereAsync(Guid userId, int here)
    {
        // Past the filters: the portal tells of other companies; narrowed to the user's own memberships and to bills of exactly
        // the owner record that each of them names.
        var rows = await (from member in db.Memberships.AcrossCompanies()
                          where member.UserId == userId && member.DisabledAt == null && member.CompanyId != here
                          join company in db.Companies on member.CompanyId equals company.Id
                          select new
                          {
                              company.Slug,
                              company.Name,
                              member.OwnerId,
                              Fen = db.Bills.Where(b => b.CompanyId == member.CompanyId && b.OwnerId == member.OwnerId && b.IssuedOn != null && b.Outstanding.Fen > 0).Sum(b => b.Outstanding.Fen),
                          }).ToListAsync();
        return
        [
            .. rows.GroupBy(r => (r.Slug, r.Name)).OrderBy(c => c.Key.Name, StringComparer.CurrentCulture).ThenBy(c => c.Key.Slug, StringComparer.Ordinal)
                .Select(c => new CompanyElsewhere(
                    c.Key.Slug, c.Key.Name, c.Any(r => r.OwnerId is not null) ? new Money(c.Where(r => r.OwnerId is not null).DistinctBy(r => r.OwnerId).Sum(r => r.Fen)) : null)),
        ];
    }
}

/// <summary>Another company of the user's.</summary>
/// <param name="Due">Null where the user works there and owns nothing.</param>
public sealed record CompanyElsewhere(string Slug, string Name, Money? Due);

/// <summary>A company in the switcher.</summary>
public sealed record CompanyChoice(string Slug, string Name);
