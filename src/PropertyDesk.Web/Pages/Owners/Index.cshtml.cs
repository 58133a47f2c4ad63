using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>The owner archive as a list.</summary>
public sealed class IndexModel(OwnerList owners, OwnerTags tags, OwnerGroups groups, CommunityQueries communities) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Debtors { get; set; }

    [BindProperty(SupportsGet = true)]
    public OwnerSort Sort { get; set; }

    /// <summary>Only people with this in common, as a tag's filter or a figure of the needs analysis asks.</summary>
    [BindProperty(SupportsGet = true)]
    public GroupInput Group { get; set; } = new();

    /// <summary>The group in words; empty where all are listed.</summary>
    public string GroupText { get; private set; } = "";

    public IReadOnlyList<OwnerTag> Tags { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public Paged<OwnerRow> Owners { get; private set; } = new([], 0, 1, Paging.StandardSize);

    /// <summary>Where something for this group is begun; the group belongs to one community.</summary>
    internal Dictionary<string, string> Begin
    {
        get
        {
            var community = Community ?? (Communities.Count == 1 ? Communities[0].Id : null);
            (string Key, string? Value)[] all =
            [
                ("community", community?.ToString()), ("tag", Group.Tag?.ToString()), ("building", Group.Building?.ToString()), ("on", Group.On is { } on ? Show.Day(on) : null),
                ("category", Group.Category?.ToString()), ("topic", Group.Topic?.ToString()), ("month", Group.Month),
            ];
            return community is null ? [] : all.Where(a => !string.IsNullOrEmpty(a.Value)).ToDictionary(a => a.Key, a => a.Value!);
        }
    }

    public Pager Pager => new(Owners.Number, Owners.Total, Owners.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        Communities = await communities.NamesAsync();
        Tags = await tags.ListAsync(withEnded: true);
        GroupText = Group.Group is { } group ? await groups.DescribeAsync(group) : "";
        Owners = await owners.FindAsync(new OwnerFilter(Q, Community, Debtors, Sort, Group.Group), pageNumber);
    }
}
