using PropertyDesk.Application.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries.Templates;

/// <summary>The words of every kind of message, on every channel, in both languages.</summary>
public sealed class IndexModel(DeliveryTemplates templates) : DeskPage
{
    public IReadOnlyList<TemplateRow> Templates { get; private set; } = [];

    public async Task OnGetAsync() => Templates = await templates.ListAsync();
}
