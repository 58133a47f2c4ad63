using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Purse;

/// <summary>The owner's prepaid money and every movement of it; of the own records only.</summary>
public sealed class IndexModel(PurseQueries queries, CurrentCompany current) : PageModel
{
    public IReadOnlyDictionary<PurseClass, Money> Balances { get; private set; } = new Dictionary<PurseClass, Money>();

    public Paged<PurseMovementRow> Movements { get; private set; } = null!;

    public Pager Pager => new(Movements.Number, Movements.Total, Movements.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) =>
        (Balances, Movements) = (await queries.BalancesAsync(current.OwnerIds), await queries.MovementsAsync(current.OwnerIds, pageNumber));
}
