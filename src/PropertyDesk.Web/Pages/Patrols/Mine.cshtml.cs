using PropertyDesk.Application.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols;

/// <summary>The own patrols, on a phone.</summary>
public sealed class MineModel(PatrolQueries patrols, TimeProvider clock) : DeskPage
{
    public IReadOnlyList<PatrolRow> Open { get; private set; } = [];

    public IReadOnlyList<PatrolRow> Past { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync() => (Open, Past) = await patrols.MineAsync();
}
