using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events.Edit;

/// <summary>Writes a draft: what it is, how many can come, and who.</summary>
public sealed class IndexModel(EventQueries queries, WriteEvents events, CommunityQueries communities, AudienceReader audiences, OwnerGroups groups, CurrentCompany current) : AudienceDraftPage(communities, audiences, groups)
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        var known = Id is { } id ? (await queries.FindAsync(id)).Event : null;
        Input = known is null ? new EventInput { RequestId = Guid.NewGuid() } : EventInput.Of(known, current.TimeZone);
        await ShowAudienceAsync(known?.CommunityId, known?.Audience);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var (community, audience) = await ReadAudienceAsync();
        var plan = Input.Plan(current, audience);
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

    protected override async Task<Guid?> KnownCommunityAsync() => Id is { } id ? (await queries.FindAsync(id)).Event.CommunityId : null;
}
