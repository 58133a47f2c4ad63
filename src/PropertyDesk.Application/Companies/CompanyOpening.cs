using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>A company in the platform operator's list.</summary>
public sealed record CompanyRow(int Id, string Name, string Slug, int Staff, int Communities);

/// <summary>Opens companies; for the platform operator, who is thereby no member of any.</summary>
public sealed class CompanyOpening(DeskDbContext db, TimeProvider clock)
{
    /// <summary>All companies. Past the filters: numbers of rows only, nothing of what they say.</summary>
    public async Task<IReadOnlyList<CompanyRow>> ListAsync() => await db.Companies.OrderBy(c => c.Name)
        .Select(c => new CompanyRow(
            c.Id,
            c.Name,
            c.Slug,
            db.Memberships.AcrossCompanies().Count(m => m.CompanyId == c.Id && m.OwnerId == null && m.DisabledAt == null),
            db.Communities.AcrossCompanies().Count(x => x.CompanyId == c.Id)))
        .ToListAsync();

    /// <summary>Opens a company and invites its first manager.</summary>
    /// <returns>The token of the invitation.</returns>
    /// <exception cref="RuleViolation">The slug is malformed, reserved or taken.</exception>
    public async Task<string> OpenAsync(string name, string slug, string managerName)
    {
        if (ReservedSlugs.Contains(slug))
        {
            throw new RuleViolation("网址简称“{0}”由系统保留，请换一个。", [slug], "Input.Slug");
        }

        var company = new Company(name, slug);
        db.Add(company);
        // The company's number is given by the database: both rows, or none.
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("网址简称“{0}”已被使用。", [slug], "Input.Slug");
        }

        var token = await InviteAsync(company, managerName);
        await transaction.CommitAsync();
        return token;
    }

    /// <summary>Invites a manager into a company whose managers have lost their logins.</summary>
    /// <returns>The token of the invitation.</returns>
    public async Task<string> InviteManagerAsync(int companyId, string name) =>
        await InviteAsync(NotFoundException.Check(await db.Companies.FirstOrDefaultAsync(c => c.Id == companyId), companyId), name);

    private async Task<string> InviteAsync(Company company, string name)
    {
        var token = InvitationToken.New();
        db.Current.EnterAsJob(company, name);
        db.Add(Invitation.ForStaff(company, Role.Manager, name, [], InvitationToken.Hash(token), clock.GetUtcNow()));
        await db.SaveChangesAsync();
        return token;
    }
}
