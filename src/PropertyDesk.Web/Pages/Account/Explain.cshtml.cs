using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>How one line was computed, for whoever has the link: no name, no phone, no unit, nothing else of the bill.</summary>
public sealed class ExplainModel(ExplainLinks links, BillLineQueries lines) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public OneBillLine Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await lines.FindAsync(await links.EnterAsync(Token));
}
