using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys;

/// <summary>All surveys, and how many answered.</summary>
public sealed class IndexModel(SurveyQueries surveys) : DeskPage
{
    public Paged<SurveyRow> Surveys { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Surveys = await surveys.ListAsync(pageNumber);
}
