using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.PersonalData;

namespace PropertyDesk.Web.Pages.Portal.Me;

/// <summary>What is stored about the owner, and what became of requests about it.</summary>
public sealed class IndexModel(OwnData data, DataRequestQueries requests) : PageModel
{
    public IReadOnlyList<OwnRecord> Records { get; private set; } = [];

    public IReadOnlyList<DataRequestRow> Requests { get; private set; } = [];

    public async Task OnGetAsync() => (Records, Requests) = (await data.ListAsync(), await requests.MineAsync());
}
