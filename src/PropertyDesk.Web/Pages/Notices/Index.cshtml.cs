using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices;

/// <summary>All notices: what waits first.</summary>
public sealed class IndexModel(NoticeQueries queries, CommunityQueries communities) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public NoticeState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public NoticeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Paged<NoticeRow> Notices { get; private set; } = null!;

    public IReadOnlyDictionary<NoticeState, int> Counts { get; private set; } = new Dictionary<NoticeState, int>();

    public IReadOnlyList<(Guid Id, string Name)> Communities { get; private set; } = [];

    public Pager Pager => new(Notices.Number, Notices.Total, Notices.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        (Counts, Communities) = (await queries.CountsAsync(), [.. (await communities.NamesAsync()).Select(c => (c.Id, c.Name))]);
        Notices = await queries.ListAsync(new NoticeFilter(State, Kind, Community, Q), pageNumber);
    }
}
