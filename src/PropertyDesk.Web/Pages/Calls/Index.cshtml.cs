using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Calls;

/// <summary>Every call that was taken, those to return before the others.</summary>
public sealed class IndexModel(CallQueries calls, CallTopics topics, CommunityQueries communities, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public CallState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Paged<CallRow> Calls { get; private set; } = null!;

    public CallCounts Counts { get; private set; } = null!;

    public IReadOnlyList<CallTopic> Topics { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Calls = await calls.ListAsync(new CallFilter(State, Topic, Community, From, To, Q), PageNumber);
        (Counts, Topics, Communities) = (await calls.CountsAsync(), await topics.ListAsync(withEnded: true), await communities.NamesAsync());
    }
}
