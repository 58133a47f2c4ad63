using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Visitors;

/// <summary>The pass that the owner hands on; its code opens the visit on the gate's phone.</summary>
public sealed class PassModel(VisitQueries visits, InviteVisitors invite, PublicLinks links, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public VisitPass Pass { get; private set; } = null!;

    public string Link => links.VisitorPass(current.Slug, Pass.Code);

    public override async Task LoadAsync() => Pass = await visits.PassAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await invite.CancelAsync(Id);
        Say(Texts.Of("来访已取消。"));
        return RedirectToPage(new { Id });
    }
}
