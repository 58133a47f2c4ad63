using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Events;

/// <summary>An event for owners: sign up, change, give up, say how it was.</summary>
public sealed class DetailsModel(PortalEvents events, SignUps signUps, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public EventReading Reading { get; private set; } = null!;

    public override async Task LoadAsync() => Reading = await events.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Made when the page opens, one for each household's form.</summary>
    public Guid RequestOf(Guid owner) => Request.HasFormContentType && Request.Form["Owner"] == owner.ToString() && Guid.TryParse(Request.Form["RequestId"], out var sent) ? sent : Guid.NewGuid();

    public async Task<IActionResult> OnPostSignUpAsync(Guid requestId, Guid owner, int people)
    {
        var id = await signUps.SignUpAsync(Id, requestId, owner, people);
        return Done((await events.PassAsync(id)).State == SignUpState.Confirmed ? Texts.Of("报名成功，到现场出示入场码。") : Texts.Of("名额已满，已排入候补，有名额会通知您。"));
    }

    public async Task<IActionResult> OnPostPeopleAsync(Guid signUp, int people)
    {
        await signUps.ChangePeopleAsync(signUp, people);
        return Done(Texts.Of("人数已改。"));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid signUp)
    {
        await signUps.CancelAsync(signUp);
        return Done(Texts.Of("报名已取消。"));
    }

    public async Task<IActionResult> OnPostRateAsync(Guid signUp, int score, [StringLength(EventSignUp.LongestWords)] string? words)
    {
        await events.RateAsync(signUp, score, words);
        return Done(Texts.Of("谢谢您的评价！"));
    }

    private RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage(new { Id });
    }
}
