using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Corrections;

/// <summary>All requests for waivers and red entries, those that wait first.</summary>
public sealed class IndexModel(CorrectionQueries corrections) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public CorrectionState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<CorrectionRow> Requests { get; private set; } = null!;

    public async Task OnGetAsync() => Requests = await corrections.ListAsync(State, PageNumber);
}
