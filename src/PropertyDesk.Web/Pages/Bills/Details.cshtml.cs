using PropertyDesk.Application.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Bills;

/// <summary>One bill; each line opens to its working.</summary>
public sealed class DetailsModel(BillQueries queries) : DeskPage
{
    public BillDetails Bill { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Bill = await queries.FindAsync(id);
}
