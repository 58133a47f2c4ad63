using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Events;

/// <summary>What a household shows at the entrance.</summary>
public sealed class PassModel(PortalEvents events, PublicLinks links, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public EventPass Pass { get; private set; } = null!;

    public string Link => links.EventPass(current.Slug, Pass.EventId, Pass.Code);

    public async Task OnGetAsync() => Pass = await events.PassAsync(Id);
}
