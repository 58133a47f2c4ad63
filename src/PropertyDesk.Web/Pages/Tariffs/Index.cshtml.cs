using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>What a community charges, with all prices that ever held.</summary>
public sealed class IndexModel(TariffQueries tariffs, Assignments assignments, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<ChargeItemRow> Items { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Communities = await communities.NamesAsync();
        Community ??= Communities.Count > 0 ? Communities[0].Id : null;
        Items = Community is { } id ? await tariffs.ListAsync(id) : [];
    }

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Charges everything in a tariff's scope that is not charged yet.</summary>
    public async Task<IActionResult> OnPostMendAsync(Guid tariff)
    {
        var added = await assignments.AssignAsync(tariff, new AssignmentChoice());
        Say(Texts.Of("已补上 {0} 个收费对象。", added));
        return RedirectToPage(new { Community });
    }
}
