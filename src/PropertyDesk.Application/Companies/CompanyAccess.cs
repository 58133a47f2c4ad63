using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>
/// Who may enter which company. The one place that reads memberships before a company is entered, and therefore past the
/// filters; it reads only rows of the given user.
/// </summary>
public sealed class CompanyAccess(DeskDbContext db)
{
    private static readonly string[] Filters = [DeskDbContext.CompanyFilter, DeskDbContext.CommunityFilter];

    /// <summary>Enters the company for the user; false when there is none or the user is not an enabled member.</summary>
    public async Task<bool> EnterAsync(string slug, Guid userId, string userName, CurrentCompany current)
    {
        var company = await db.Companies.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug);
        if (company is null)
        {
            return false;
        }

        // Past the filters: no company is entered yet; narrowed to the user's own memberships in this company.
        var memberships = await db.Memberships.IgnoreQueryFilters(Filters).AsNoTracking().Include(m => m.Communities).Include(m => m.Owner)
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
         where db.Memberships.IgnoreQueryFilters(Filters).Any(m => m.CompanyId == company.Id && m.UserId == userId && m.DisabledAt == null)
         orderby company.Name
         select new CompanyChoice(company.Slug, company.Name)).ToListAsync();
}

/// <summary>A company in the switcher.</summary>
public sealed record CompanyChoice(string Slug, string Name);
