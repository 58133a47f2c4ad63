using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Bills;

/// <summary>How one line was computed, and a link to that for the owner.</summary>
public sealed class LineModel(BillLineQueries lines, ExplainLinks links) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OneBillLine Found { get; private set; } = null!;

    /// <summary>Opens without a login.</summary>
    public string Link { get; private set; } = "";

    public async Task OnGetAsync()
    {
        Found = await lines.FindAsync(Id);
        Link = links.For(Id);
    }
}
