using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DataRequests;

/// <summary>What owners ask about their own data, the open ones first.</summary>
public sealed class IndexModel(DataRequestQueries queries) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DataRequestState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<DataRequestRow> Requests { get; private set; } = null!;

    public async Task OnGetAsync() => Requests = await queries.ListAsync(State, PageNumber);
}
