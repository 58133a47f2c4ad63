using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Portal;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Pages.Portal;

/// <summary>What is due, at a glance.</summary>
public sealed class IndexModel(PortalQueries queries, PurseQueries purses, CurrentCompany current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PortalUnit> Units { get; private set; } = [];

    public IReadOnlyList<BillRow> Open { get; private set; } = [];

    /// <summary>In all purses.</summary>
    public Money Prepaid { get; private set; }

    public Money Due => Money.Sum(Open.Select(b => b.Outstanding));

    public Money Overdue => Money.Sum(Units.Select(u => u.Overdue));

    public async Task OnGetAsync()
    {
        Units = await queries.UnitsAsync(current.Today(clock));
        Prepaid = Money.Sum((await purses.BalancesAsync(current.OwnerIds)).Values);
        Open = await queries.BillsAsync(openOnly: true);
    }
}
