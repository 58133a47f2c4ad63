using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Notices;

/// <summary>A notice. That it was opened is kept by a post that the page sends itself: looking at an address changes nothing.</summary>
public sealed class DetailsModel(PortalNotices notices, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public NoticeView View { get; private set; } = null!;

    public override async Task LoadAsync() => View = new NoticeView(await notices.FindAsync(Id), $"{Request.PathBase}/portal/notices/{Id}/files/", current.TimeZone);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostReadAsync()
    {
        await notices.ReadAsync(Id);
        return RedirectToPage("Index");
    }
}
