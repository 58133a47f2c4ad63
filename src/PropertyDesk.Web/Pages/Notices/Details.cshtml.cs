using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices;

/// <summary>A notice: how owners see it, whom it reaches or has reached, and its history.</summary>
public sealed class DetailsModel(NoticeQueries queries, NoticeRecipients recipients, CurrentCompany current, PublicLinks links) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public NoticeDetails Details { get; private set; } = null!;

    /// <summary>Before it is out.</summary>
    public Reached? Reach { get; private set; }

    /// <summary>Once it is out.</summary>
    public NoticeFigures? Figures { get; private set; }

    public NoticeView View { get; private set; } = null!;

    /// <summary>Where everybody can read it; null where it is not public or not out.</summary>
    public string? PublicLink => Details.Notice is { IsPublic: true, State: NoticeState.Published } notice ? $"{links.Channels.PublicNotices(notice.CommunityId)}/{notice.Id}" : null;

    public override async Task LoadAsync()
    {
        Details = await queries.FindAsync(Id);
        View = new NoticeView(NoticeReading.Of(Details.Notice, Details.Community, Details.Phone, Details.Files), $"{Request.PathBase}/files/", current.TimeZone);
        (Reach, Figures) = Details.Notice.IsOut ? (null, await recipients.FiguresAsync(Id)) : (await queries.ReachAsync(Details), (NoticeFigures?)null);
    }

    public Task OnGetAsync() => LoadAsync();
}
