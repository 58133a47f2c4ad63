using PropertyDesk.Application.Ledger;

namespace PropertyDesk.Web.Jobs;

/// <summary>Replays each company's books and keeps what does not agree as an alarm.</summary>
public sealed class LedgerAuditJob(CompanyJobs companies)
{
    public Task RunAsync() => companies.ForEachAsync<AuditAlarms>("账实核对", (alarms, _) => alarms.RunAsync());
}
