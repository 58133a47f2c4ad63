using PropertyDesk.Application.Deliveries;

namespace PropertyDesk.Web.Jobs;

/// <summary>Queues reminders before and after the due date.</summary>
public sealed class RemindersJob(CompanyJobs companies)
{
    public Task RunAsync() => companies.ForEachAsync<Reminders>("自动提醒", (reminders, today) => reminders.QueueAsync(today));
}
