using Hangfire;

namespace PropertyDesk.Web.Jobs;

/// <summary>All recurring jobs. Each may run twice, late, or after a missed day without harm.</summary>
public static class Schedule
{
    private static readonly RecurringJobOptions Shanghai = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    private const string BillRuns = "bill-runs";
    private const string Deliveries = "deliveries";
    private const string Reports = "reports";

    public static void Set(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<DraftBillsJob>("draft-bills", job => job.RunAsync(), Cron.Daily(6), Shanghai);
        jobs.AddOrUpdate<BillRunsJob>(BillRuns, job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<ChannelsJob>("channels", job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<AccountsJob>("accounts", job => job.RunAsync(), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<DirectDebitJob>("direct-debit", job => job.RunAsync(CancellationToken.None), "*/5 * * * *", Shanghai);
        jobs.AddOrUpdate<DeliveriesJob>(Deliveries, job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<DunningJob>("dunning", job => job.RunAsync(CancellationToken.None), Cron.Daily(8), Shanghai);
        jobs.AddOrUpdate<MaintenanceJob>("maintenance", job => job.RunAsync(CancellationToken.None), Cron.Daily(5), Shanghai);
        jobs.AddOrUpdate<PatrolsJob>("patrols", job => job.RunAsync(CancellationToken.None), "*/5 * * * *", Shanghai);
        jobs.AddOrUpdate<VisitorsJob>("visitors", job => job.RunAsync(CancellationToken.None), Cron.Daily(3), Shanghai);
        jobs.AddOrUpdate<TicketsJob>("tickets", job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<SurveysJob>("surveys", job => job.RunAsync(CancellationToken.None), Cron.Hourly(3), Shanghai);
        jobs.AddOrUpdate<NoticesJob>("notices", job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<ReportsJob>(Reports, job => job.RunAsync(CancellationToken.None), Cron.Minutely(), Shanghai);
        jobs.AddOrUpdate<ReportsJob>("old-reports", job => job.EraseAsync(CancellationToken.None), Cron.Daily(4), Shanghai);
        jobs.AddOrUpdate<BillSumsJob>("bill-sums", job => job.RunAsync(CancellationToken.None), "*/10 * * * *", Shanghai);
        jobs.AddOrUpdate<LedgerAuditJob>("ledger-audit", job => job.RunAsync(), Cron.Hourly(17), Shanghai);

        // What waited while the program was down waits no longer.
        jobs.Trigger(Deliveries);
    }

    /// <summary>Begins what was asked for on a run without waiting for the minute; without jobs here, another node does.</summary>
    public static void StartBillRuns(IServiceProvider services) => services.GetService<IRecurringJobManager>()?.Trigger(BillRuns);

    /// <summary>Somebody waits for a report; without jobs here, another node makes it within the minute.</summary>
    public static void StartReports(IServiceProvider services) => services.GetService<IRecurringJobManager>()?.Trigger(Reports);

    /// <summary>Somebody waits for a message; without jobs here, another node sends it within the minute.</summary>
    public static void StartDeliveries(IServiceProvider services) => services.GetService<IRecurringJobManager>()?.Trigger(Deliveries);
}
