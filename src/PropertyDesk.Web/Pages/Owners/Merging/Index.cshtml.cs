using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners.Merging;

/// <summary>Records that may be one person's, and what was merged.</summary>
public sealed class IndexModel(MergeQueries merges, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<LikePair> Pairs { get; private set; } = [];

    public IReadOnlyList<MergeRow> Merges { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Communities = await communities.NamesAsync();
        Community ??= Communities.Select(c => (Guid?)c.Id).FirstOrDefault();
        Pairs = Community is { } community ? await merges.LikelyAsync(community) : [];
        Merges = await merges.ListAsync();
    }
}
