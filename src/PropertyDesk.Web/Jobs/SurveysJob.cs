using PropertyDesk.Application.Surveys;

namespace PropertyDesk.Web.Jobs;

/// <summary>Closes surveys whose last day is over.</summary>
public sealed class SurveysJob(CompanyJobs companies)
{
    public Task RunAsync(CancellationToken cancel) => companies.ForEachAsync<RunSurveys>("问卷", (surveys, _) => surveys.RunAsync(cancel));
}
