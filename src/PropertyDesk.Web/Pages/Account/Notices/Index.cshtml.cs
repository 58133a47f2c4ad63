using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account.Notices;

/// <summary>A community's public notices, for anybody.</summary>
public sealed class IndexModel(PublicNotices notices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Community { get; set; }

    public PublicBoard Board { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Board = await notices.BoardAsync(Community);
        Response.AllowCaching();
    }
}
