using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Edit;

/// <summary>Who signed up and who came; the desk signs up and cancels for whoever calls.</summary>
public sealed class SignUpsModel(EventQueries queries, SignUps signUps, CheckIns checkIns, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public SignUpState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Made when the page opens: the form sent twice is one sign-up.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty, StringLength(40)]
    public string? Unit { get; set; }

    [BindProperty]
    public int People { get; set; } = 1;

    public DateTimeOffset Now => clock.GetUtcNow();

    public EventDetails Details { get; private set; } = null!;

    public Paged<SignUpRow> SignUps { get; private set; } = null!;

    public IReadOnlyList<WalkInRow> WalkIns { get; private set; } = [];

    public override async Task LoadAsync()
    {
        (Details, SignUps, WalkIns) = (await queries.FindAsync(Id), await queries.SignUpsAsync(Id, State, PageNumber), await queries.WalkInsAsync(Id));
        RequestId = RequestId == Guid.Empty ? Guid.NewGuid() : RequestId;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostSignUpAsync()
    {
        await signUps.SignUpUnitAsync(Id, RequestId, Unit, People);
        return Done(Texts.Of("已登记，见名单。"));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid signUp)
    {
        await signUps.CancelForAsync(signUp);
        return Done(Texts.Of("报名已取消，名额已让给候补。"));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid checkIn)
    {
        await checkIns.UndoAsync(checkIn);
        return Done(Texts.Of("签到已撤销。"));
    }

    private RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage(new { Id });
    }
}
