using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>What a company asks of the logins that work for it, and how long the codes on its bills live.</summary>
/// <param name="SecondFactorRoles">Roles that work only with an authenticator or a passkey.</param>
/// <param name="BillCodeMonths">Months after a bill's issue.</param>
/// <param name="BillCodeEndsWithClaim">Opening an account with a bill's code ends the code.</param>
public sealed record SecurityRules(IReadOnlyList<Role> SecondFactorRoles, int BillCodeMonths, bool BillCodeEndsWithClaim);

/// <summary>Reads and changes the rules of the current company.</summary>
public sealed class SecuritySettings(DeskDbContext db)
{
    /// <summary>The roles that can be asked for a second factor.</summary>
    public static IReadOnlyList<Role> StaffRoles { get; } = [.. Enum.GetValues<Role>().Where(role => role.IsStaff())];

    public async Task<SecurityRules> FindAsync()
    {
        var company = await CompanyAsync();
        return new SecurityRules([.. StaffRoles.Where(company.RequiresSecondFactor)], company.BillCodeMonths, company.BillCodeEndsWithClaim);
    }

    /// <exception cref="RuleViolation">The months are out of range, or whoever asks is limited to some communities.</exception>
    public async Task ChangeAsync(SecurityRules rules)
    {
        StaffRules.RequireWholeCompany(db.Current);
        var company = await CompanyAsync();
        company.RequireSecondFactor(rules.SecondFactorRoles);
        company.SetBillCodes(rules.BillCodeMonths, rules.BillCodeEndsWithClaim);
        await db.SaveChangesAsync();
    }

    private Task<Company> CompanyAsync() => db.Companies.SingleAsync(c => c.Id == db.Current.Id);
}
