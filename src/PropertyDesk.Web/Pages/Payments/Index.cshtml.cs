using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>Payments of today, or of the days asked for, with their sums.</summary>
public sealed class IndexModel(PaymentQueries payments, CommunityQueries communities, CurrentCompany current, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public PaymentMethod? Method { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Cashier { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public PaymentList Payments { get; private set; } = null!;

    public IReadOnlyList<Cashier> Cashiers { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public Pager Pager => new(Payments.Page.Number, Payments.Page.Total, Payments.Page.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        From ??= To ?? current.Today(clock);
        To ??= current.Today(clock);
        To = To < From ? From : To;
        Cashiers = await payments.CashiersAsync();
        Communities = await communities.NamesAsync();
        Payments = await payments.ListAsync(new PaymentFilter(From.Value, To.Value, Method, Cashier, Community), pageNumber);
    }
}
