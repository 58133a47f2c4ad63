using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account.Notices;

/// <summary>A public notice, for anybody.</summary>
public sealed class DetailsModel(PublicNotices notices, CurrentCompany current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public NoticeView View { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        View = new NoticeView(await notices.FindAsync(Community, Id), $"/account/notices/{Community}/{Id}/files/", current.TimeZone);
        Response.AllowCaching();
    }
}
