using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Notices;

/// <summary>Notices that were sent to the owner, what was not read marked.</summary>
public sealed class IndexModel(PortalNotices notices) : PageModel
{
    public Paged<PortalNoticeRow> Rows { get; private set; } = null!;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Rows = await notices.ListAsync(pageNumber);
}
