using Hangfire;

namespace PropertyDesk.Web.Jobs;

/// <summary>All recurring jobs. Each may run twice, late, or after a missed day without harm.</summary>
public static class Schedule
{
    private static readonly RecurringJobOptions Shanghai = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    private const string BillRuns = "bill-runs";

    public static void Set(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<DraftBillsJob>("draft-bills", job => job.RunAsync(), Cron.Daily(6), Shanghai);
        jobs.AddOrUpdate<BillRunsJob>(BillRuns, job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<ChannelsJob>("channels", job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<AccountsJob>("accounts", job => job.RunAsync(), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<RemindersJob>("reminders", job => job.RunAsync(), Cron.Daily(8), Shanghai);
        jobs.AddOrUpdate<LedgerAuditJob>("ledger-audit", job => job.RunAsync(), Cron.Hourly(17), Shanghai);
    }

    /// <summary>Begins what was asked for on a run without waiting for the minute; without jobs here, another node does.</summary>
    public static void StartBillRuns(IServiceProvider services) => services.GetService<IRecurringJobManager>()?.Trigger(BillRuns);
}
