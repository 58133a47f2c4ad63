using PropertyDesk.Application.Accounts;

namespace PropertyDesk.Web.Jobs;

/// <summary>Takes away sessions and codes that are over, and the texts of their messages.</summary>
public sealed class AccountsJob(AccountSweep sweep, CompanyJobs companies)
{
    public async Task RunAsync()
    {
        await sweep.RunAsync();
        await companies.ForEachAsync<AccountSweep>("账号清理", (service, _) => service.EraseTextsAsync());
    }
}
