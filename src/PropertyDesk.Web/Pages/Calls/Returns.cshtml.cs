using PropertyDesk.Application.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Calls;

/// <summary>Calls that were promised, the soonest first, and what came of the last ones.</summary>
public sealed class ReturnsModel(CallQueries calls, TimeProvider clock) : DeskPage
{
    private const int Most = 100;
    private const int Last = 10;

    public DateTimeOffset Now => clock.GetUtcNow();

    public CallCounts Counts { get; private set; } = null!;

    public IReadOnlyList<CallRow> Waiting { get; private set; } = [];

    public IReadOnlyList<(ReturnRow Return, CallRow Call)> Made { get; private set; } = [];

    public async Task OnGetAsync() => (Counts, Waiting, Made) = (await calls.CountsAsync(), await calls.ToReturnAsync(Most), await calls.ReturnedAsync(Last));
}
