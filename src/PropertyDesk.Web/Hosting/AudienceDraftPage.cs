using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Audiences;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page on which something for an audience is drafted: in which community, and for whom of it.</summary>
public abstract class AudienceDraftPage(CommunityQueries communities, AudienceReader audiences, OwnerGroups groups) : DeskPage
{
    /// <summary>Empty: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Of a new one; that of a draft stays.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    /// <summary>A group of owners for whom a new one is begun, as a list or a figure links it.</summary>
    [BindProperty(SupportsGet = true)]
    public GroupInput Group { get; set; } = new();

    [BindProperty]
    public AudienceInput Audience { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name)> Communities { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Buildings { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Tags { get; private set; } = [];

    /// <summary>Owners who are chosen one by one.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Chosen { get; private set; } = [];

    public AudienceFields Fields => new(Audience, Buildings, Tags, Chosen);

    /// <summary>The community of the draft; null for a new one.</summary>
    /// <exception cref="Domain.NotFoundException">There is no such draft here.</exception>
    protected abstract Task<Guid?> KnownCommunityAsync();

    public override async Task LoadAsync()
    {
        Communities = [.. (await communities.NamesAsync()).Select(c => (c.Id, c.Name))];
        Community = await KnownCommunityAsync() ?? Community ?? Communities.Select(c => (Guid?)c.Id).FirstOrDefault();
        Buildings = await audiences.BuildingsAsync(Community ?? Guid.Empty);
        await NameAsync();
    }

    /// <summary>Shows the audience of a draft; for a new one the group that it is begun for, or everybody.</summary>
    protected async Task ShowAudienceAsync(Guid? communityId, Audience? audience)
    {
        var begun = audience is null && Community is { } community && Group.Group is { } group ? await groups.AudienceAsync(community, group) : null;
        Audience = AudienceInput.Of(audience ?? begun ?? Domain.Audiences.Audience.Everybody);
        Community ??= communityId;
        await NameAsync();
    }

    /// <summary>What was filled in: where, and for whom.</summary>
    protected async Task<(Guid Community, Audience Audience)> ReadAudienceAsync()
    {
        var community = await KnownCommunityAsync() ?? Community ?? Guid.Empty;
        return (community, await Audience.ReadAsync(audiences, community));
    }

    private async Task NameAsync()
    {
        Tags = await audiences.TagsAsync(Audience.Tags);
        Chosen = await audiences.ChosenAsync(Community ?? Guid.Empty, Audience.Owners);
    }
}
