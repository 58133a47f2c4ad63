using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Corrections;

/// <summary>Up to which amount a role may approve in a company. A role without a row may approve nothing.</summary>
public sealed class ApprovalLimit : CompanyOwned
{
    private ApprovalLimit()
    {
    }

    /// <param name="limit">Null for any amount.</param>
    public ApprovalLimit(Company company, Role role, Money? limit)
        : base(company.Id)
    {
        Role = role;
        Change(limit);
    }

    public Role Role { get; private set; }

    public bool IsUnlimited { get; private set; }

    /// <summary>The largest amount, itself still allowed; nothing where <see cref="IsUnlimited"/>.</summary>
    public Money Limit { get; private set; }

    public void Change(Money? limit)
    {
        if (limit < Money.Zero)
        {
            throw new RuleViolation("审批额度不能为负数。", field: "Limit");
        }

        (IsUnlimited, Limit) = (limit is null, limit ?? Money.Zero);
    }
}
