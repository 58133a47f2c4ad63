using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys;

/// <summary>A survey and what was answered so far.</summary>
public sealed class DetailsModel(SurveyQueries surveys) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SurveyDetails Details { get; private set; } = null!;

    public async Task OnGetAsync() => Details = await surveys.FindAsync(Id);
}
