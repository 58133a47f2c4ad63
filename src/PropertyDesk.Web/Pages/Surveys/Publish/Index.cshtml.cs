using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys.Publish;

/// <summary>Sends a survey out to as many as the page shows, or ends it.</summary>
public sealed class IndexModel(SurveyQueries queries, RunSurveys surveys, AudienceReach reach) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Expected { get; set; }

    public SurveyDetails Details { get; private set; } = null!;

    public Reached Reach { get; private set; } = null!;

    public override async Task LoadAsync()
    {
        Details = await queries.FindAsync(Id);
        Reach = await reach.CountAsync(Details.Survey.CommunityId, Details.Survey.Audience, DeliveryKind.Survey);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await surveys.OpenAsync(Id, Expected);
        Say(Texts.Of("问卷已发出。"));
        return RedirectToPage("/Surveys/Details", new { Id });
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await surveys.CloseAsync(Id);
        Say(Texts.Of("问卷已结束。"));
        return RedirectToPage("/Surveys/Details", new { Id });
    }
}
