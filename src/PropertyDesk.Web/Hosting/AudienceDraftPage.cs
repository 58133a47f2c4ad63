using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Audiences;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page on which something for an audience is drafted: in which community, and for whom of it.</summary>
public abstract class AudienceDraftPage(CommunityQueries communities, AudienceReader audiences) : DeskPage
{
    /// <summary>Empty: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Of a new one; that of a draft stays.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty]
    public AudienceInput Audience { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name)> Communities { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Buildings { get; private set; } = [];

    /// <summary>The community of the draft; null for a new one.</summary>
    /// <exception cref="Domain.NotFoundException">There is no such draft here.</exception>
    protected abstract Task<Guid?> KnownCommunityAsync();

    public override async Task LoadAsync()
    {
        Communities = [.. (await communities.NamesAsync()).Select(c => (c.Id, c.Name))];
        Community = await KnownCommunityAsync() ?? Community ?? Communities.Select(c => (Guid?)c.Id).FirstOrDefault();
        Buildings = await audiences.BuildingsAsync(Community ?? Guid.Empty);
    }

    /// <summary>Shows the audience of a draft; everybody for a new one.</summary>
    protected async Task ShowAudienceAsync(Guid? communityId, Audience? audience) =>
        Audience = await AudienceInput.OfAsync(audiences, communityId ?? Guid.Empty, audience ?? Domain.Audiences.Audience.Everybody);

    /// <summary>What was filled in: where, and for whom.</summary>
    protected async Task<(Guid Community, Audience Audience)> ReadAudienceAsync()
    {
        var community = await KnownCommunityAsync() ?? Community ?? Guid.Empty;
        return (community, await Audience.ReadAsync(audiences, community));
    }
}
