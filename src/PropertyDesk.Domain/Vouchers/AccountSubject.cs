using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>Which subject of the finance system an account of our ledger is (科目对照); one for each account of a company.</summary>
public sealed class AccountSubject : CompanyOwned
{
    private AccountSubject()
    {
    }

    public AccountSubject(Company company, Account account, Subject subject)
        : base(company.Id)
    {
        Account = account;
        Change(subject);
    }

    public Account Account { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public void Change(Subject subject) => (Code, Name) = subject;
}
