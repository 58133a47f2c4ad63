using Hangfire;

namespace PropertyDesk.Web.Jobs;

/// <summary>All recurring jobs. Each may run twice, late, or after a missed day without harm.</summary>
public static class Schedule
{
    private static readonly RecurringJobOptions Shanghai = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    public static void Set(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<DraftBillsJob>("draft-bills", job => job.RunAsync(), Cron.Daily(6), Shanghai);
        jobs.AddOrUpdate<RemindersJob>("reminders", job => job.RunAsync(), Cron.Daily(8), Shanghai);
    }
}
