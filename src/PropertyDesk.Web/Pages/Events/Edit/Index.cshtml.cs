using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Edit;

/// <summary>Writes a draft: what it is, how many can come, and who.</summary>
public sealed class IndexModel(EventQueries queries, WriteEvents events, CommunityQueries communities, AudienceReader audiences, CurrentCompany current) : DeskPage
{
    /// <summary>Empty: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    [BindProperty]
    public AudienceInput Audience { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name)> Communities { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Buildings { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Communities = [.. (await communities.NamesAsync()).Select(c => (c.Id, c.Name))];
        Community = Id is { } id ? (await queries.FindAsync(id)).Event.CommunityId : Community ?? Communities.Select(c => (Guid?)c.Id).FirstOrDefault();
        Buildings = await audiences.BuildingsAsync(Community ?? Guid.Empty);
    }

    public async Task OnGetAsync()
    {
        var known = Id is { } id ? (await queries.FindAsync(id)).Event : null;
        Input = known is null ? new EventInput { RequestId = Guid.NewGuid() } : EventInput.Of(known, current.TimeZone);
        Audience = await AudienceInput.OfAsync(audiences, known?.CommunityId ?? Guid.Empty, known?.Audience ?? Domain.Audiences.Audience.Everybody);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var community = Id is { } known ? (await queries.FindAsync(known)).Event.CommunityId : Community ?? Guid.Empty;
        var plan = Input.Plan(current, await Audience.ReadAsync(audiences, community));
        if (Id is { } old)
        {
            await events.ChangeAsync(old, plan);
        }

        var id = Id ?? await events.DraftAsync(community, Input.RequestId, plan);
        Say(Texts.Of("草稿已保存，请预览后发布。"));
        return RedirectToPage("/Events/Details", new { id });
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await events.DiscardAsync(Id ?? Guid.Empty);
        Say(Texts.Of("草稿已删除。"));
        return RedirectToPage("/Events/Index");
    }
}
