using PropertyDesk.Application.Equipment;

namespace PropertyDesk.Web.Jobs;

/// <summary>Makes the maintenance tasks whose time has come.</summary>
public sealed class MaintenanceJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<MaintenanceRoom>("设备保养", (room, today) => room.MakeAsync(today, cancel));
}
