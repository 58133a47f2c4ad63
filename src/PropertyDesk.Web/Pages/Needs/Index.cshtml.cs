using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Needs;

/// <summary>What a figure is of.</summary>
public enum NeedLink
{
    Tag,
    Category,
    Topic,
}

/// <summary>What people need and ask for, by tag, building and month; each figure opens its owners.</summary>
public sealed class IndexModel(NeedsFigures figures, CommunityQueries communities, AudienceReader audiences) : DeskPage
{
    /// <summary>The first one where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Buildings { get; private set; } = [];

    /// <summary>Null where there is no community yet.</summary>
    public NeedsAnalysis? Analysis { get; private set; }

    public async Task OnGetAsync()
    {
        Communities = await communities.NamesAsync();
        Community ??= Communities.Select(c => (Guid?)c.Id).FirstOrDefault();
        if (Community is { } community)
        {
            Buildings = await audiences.BuildingsAsync(community);
            Analysis = await figures.OfAsync(community, Building);
        }
    }

    /// <summary>The owners whom a figure counts.</summary>
    internal string? Link(NeedLink kind, Guid id, BillingMonth month, Guid? building = null) => Url.Page("/Owners/Index", new
    {
        community = Community,
        building = building ?? Building,
        tag = kind == NeedLink.Tag ? id : (Guid?)null,
        on = kind == NeedLink.Tag && Analysis!.DayOf(month) is { } day ? Show.Day(day) : null,
        category = kind == NeedLink.Category ? id : (Guid?)null,
        topic = kind == NeedLink.Topic ? id : (Guid?)null,
        month = kind == NeedLink.Tag ? null : month.ToString(),
    });
}
