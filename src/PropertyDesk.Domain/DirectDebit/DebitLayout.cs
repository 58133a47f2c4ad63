using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>A bank's file layout as a company uses it, with the number by which the bank knows the company.</summary>
public sealed class DebitLayout : CompanyOwned
{
    private DebitLayout()
    {
    }

    public DebitLayout(Company company, string? name, string? merchantNumber, string? purpose, DebitFormat format)
        : base(company.Id) => Change(name, merchantNumber, purpose, format);

    /// <summary>Unique in the company.</summary>
    public string Name { get; private set; } = "";

    /// <summary>商户号</summary>
    public string MerchantNumber { get; private set; } = "";

    /// <summary>What stands on the payer's statement.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The format as it is kept.</summary>
    public string FormatJson { get; private set; } = "";

    public Guid Version { get; private set; }

    public DebitFormat Format => DebitFormat.FromJson(FormatJson);

    /// <exception cref="RuleViolation">Something is missing, or the format cannot be written.</exception>
    public void Change(string? name, string? merchantNumber, string? purpose, DebitFormat format)
    {
        Name = Require.Text(name, "格式名称", 50);
        MerchantNumber = Require.Text(merchantNumber, "商户号", 40);
        Purpose = Require.Text(purpose, "用途", 40);
        format.Require();
        (FormatJson, Version) = (format.ToJson(), Guid.NewGuid());
    }
}
