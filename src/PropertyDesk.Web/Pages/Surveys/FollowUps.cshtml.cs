using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys;

/// <summary>Low scores, and who looks after them.</summary>
public sealed class FollowUpsModel(SurveyQueries surveys) : DeskPage
{
    public Paged<FollowUpRow> Rows { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Rows = await surveys.FollowUpsAsync(pageNumber);
}
