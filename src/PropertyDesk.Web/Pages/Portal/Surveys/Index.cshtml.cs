using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Surveys;

namespace PropertyDesk.Web.Pages.Portal.Surveys;

/// <summary>What the owner is asked.</summary>
public sealed class IndexModel(AnswerSurveys surveys) : PageModel
{
    public IReadOnlyList<PortalSurveyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await surveys.ListAsync();
}
