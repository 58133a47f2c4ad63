using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols.Routes;

/// <summary>The routes, and which of them rest.</summary>
public sealed class IndexModel(RouteQueries routes, PatrolRoutes keep) : DeskPage
{
    public IReadOnlyList<RouteRow> Routes { get; private set; } = [];

    public override async Task LoadAsync() => Routes = await routes.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRestAsync(Guid route, bool rests)
    {
        await keep.RestAsync(route, rests);
        Say(rests ? Texts.Of("线路已暂停。") : Texts.Of("线路已恢复。"));
        return RedirectToPage();
    }
}
