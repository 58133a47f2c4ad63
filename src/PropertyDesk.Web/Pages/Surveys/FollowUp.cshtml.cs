using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys;

/// <summary>One low score, taken up and done.</summary>
public sealed class FollowUpModel(SurveyQueries surveys, FollowUps followUps) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, StringLength(500)]
    public string? Outcome { get; set; }

    public FollowUpRow Row { get; private set; } = null!;

    public override async Task LoadAsync() => Row = await surveys.FollowUpAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostTakeAsync()
    {
        await followUps.TakeAsync(Id);
        Say(Texts.Of("由您跟进。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await followUps.FinishAsync(Id, Outcome);
        Say(Texts.Of("处理结果已登记。"));
        return RedirectToPage("/Surveys/FollowUps");
    }
}
