using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Everything that happened between the desk and an owner, the newest first.</summary>
public sealed class TimelineModel(OwnerHeads heads, OwnerTimeline timeline, CurrentCompany current) : OwnerPage(heads)
{
    [BindProperty(SupportsGet = true)]
    public TimelineKind? Kind { get; set; }

    /// <summary>Where an older page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public new TimelinePage Page { get; private set; } = new([], null);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Page = await timeline.OfAsync(Id, Kind, From);
    }

    internal static string Colour(TimelineKind kind) => kind switch
    {
        TimelineKind.Payment => "paid",
        TimelineKind.Void or TimelineKind.Refund or TimelineKind.Reminder => "overdue",
        TimelineKind.Call or TimelineKind.Ticket or TimelineKind.Visit or TimelineKind.Event => "open",
        TimelineKind.Note or TimelineKind.Tag => "part",
        _ => "draft",
    };

    /// <summary>Where more of it is shown; null where nothing is, or not to this person.</summary>
    internal string? Link(Happening row) => row.Target is not { } id ? null : row.Kind switch
    {
        TimelineKind.Bill => To("/Bills/Details", id),
        TimelineKind.Payment or TimelineKind.Void when current.May(Permission.TakePayments) => To("/Payments/Details", id),
        TimelineKind.Refund when current.May(Permission.TakePayments) => To("/Refunds/Details", id),
        TimelineKind.Call when current.May(Permission.TakeCalls) => To("/Calls/Details", id),
        TimelineKind.Ticket when current.May(Permission.HandleTickets) => To("/Tickets/Details", id),
        TimelineKind.Notice or TimelineKind.NoticeRead => To("/Notices/Details", id),
        TimelineKind.Event when current.May(Permission.AttendEvents) => To("/Events/Details", id),
        TimelineKind.Document => To("/Owners/Papers", Id),
        TimelineKind.Unit => To("/Units/Details", id),
        _ => null,
    };

    private string? To(string page, Guid id) => Url.Page(page, new { id });
}
