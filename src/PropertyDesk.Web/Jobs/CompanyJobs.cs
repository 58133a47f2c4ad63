using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Web.Jobs;

/// <summary>Runs an act once for each company, in a scope that has entered it. One company's failure does not stop the others.</summary>
public sealed class CompanyJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CompanyJobs> log)
{
    /// <param name="act">Gets the service and the company's today.</param>
    public async Task ForEachAsync<T>(string name, Func<T, DateOnly, Task> act)
        where T : notnull
    {
        var failures = new List<Exception>();
        foreach (var company in await CompaniesAsync())
        {
            try
            {
                await RunAsync(company, name, act);
            }
            // Whatever it was: it is logged, the other companies get their turn, and the job fails at the end.
            catch (Exception error)
            {
                log.LogError(error, "{Job} failed for company {Company}", name, company.Id);
                failures.Add(error);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(name, failures);
        }
    }

    /// <summary>The same for one company; its failure is the job's.</summary>
    public async Task ForAsync<T>(int companyId, string name, Func<T, DateOnly, Task> act)
        where T : notnull => await RunAsync((await CompaniesAsync(companyId)).Single(), name, act);

    private async Task RunAsync<T>(Company company, string name, Func<T, DateOnly, Task> act)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentCompany>();
        current.EnterAsJob(company, name);
        await act(scope.ServiceProvider.GetRequiredService<T>(), current.Today(clock));
    }

    private async Task<List<Company>> CompaniesAsync(int? id = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Companies.AsNoTracking().Where(c => id == null || c.Id == id).OrderBy(c => c.Id).ToListAsync();
    }
}
