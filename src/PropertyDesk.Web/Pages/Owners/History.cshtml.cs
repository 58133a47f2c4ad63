using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>What was changed about an owner: from what to what, by whom and when.</summary>
public sealed class HistoryModel(OwnerHeads heads, OwnerHistory history) : OwnerPage(heads)
{
    public IReadOnlyList<HistoryRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Rows = await history.OfAsync(Id);
    }
}
