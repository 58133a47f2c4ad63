using System.Text.RegularExpressions;

namespace PropertyDesk.Domain.Companies;

/// <summary>A property company (物业公司): the tenant of this multi-tenant program.</summary>
public sealed partial class Company
{
    private Company()
    {
    }

    /// <param name="slug">First segment of the company's addresses: 2 to 40 lower-case letters, digits, hyphens.</param>
    public Company(string name, string slug)
    {
        Name = Require.Text(name, "公司名称");
        Slug = SlugPattern().IsMatch(slug) ? slug : throw new RuleViolation("网址简称只能用 2 到 40 个小写字母、数字和连字符。", field: "Slug");
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Slug { get; private set; } = "";

    /// <summary>IANA time zone in which the company's days begin and end.</summary>
    public string TimeZone { get; private set; } = "Asia/Shanghai";

    /// <summary>Roles that work only with a second factor or a passkey, comma separated.</summary>
    public string SecondFactorRoles { get; private set; } = "";

    /// <summary>How many months after its issue the code printed on a bill still opens it.</summary>
    public int BillCodeMonths { get; private set; } = 24;

    /// <summary>True: opening an account with a bill's code ends the code.</summary>
    public bool BillCodeEndsWithClaim { get; private set; } = true;

    /// <summary>Waivers count as collected in the collection rate (分子); otherwise they come off what is due (分母).</summary>
    public bool WaiversAsCollected { get; private set; }

    /// <summary>Whether a role works only with a second factor.</summary>
    public bool RequiresSecondFactor(Role role) => SecondFactorRoles.Split(',').Contains(role.ToString(), StringComparer.Ordinal);

    /// <param name="roles">Roles of staff; owners and their families are never forced.</param>
    public void RequireSecondFactor(IEnumerable<Role> roles) =>
        SecondFactorRoles = string.Join(',', roles.Where(role => role.IsStaff()).Distinct().Order());

    /// <param name="months">1 to 120.</param>
    public void SetBillCodes(int months, bool endWithClaim) => (BillCodeMonths, BillCodeEndsWithClaim) =
        (months is >= 1 and <= 120 ? months : throw new RuleViolation("账单码有效期应为 1 到 120 个月。", field: "BillCodeMonths"), endWithClaim);

    public void CountWaivers(bool asCollected) => WaiversAsCollected = asCollected;

    public void Rename(string name) => Name = Require.Text(name, "公司名称");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();
}
