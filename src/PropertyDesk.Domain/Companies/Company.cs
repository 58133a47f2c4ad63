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

    public void Rename(string name) => Name = Require.Text(name, "公司名称");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();
}
