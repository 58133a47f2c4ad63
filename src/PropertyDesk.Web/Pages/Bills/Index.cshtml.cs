using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Bills;

/// <summary>Bills, filtered and paged.</summary>
public sealed class IndexModel(BillQueries queries, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Run { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public BillStateFilter State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public BillPage Bills { get; private set; } = new([], 0, Money.Zero, Money.Zero, Money.Zero);

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        PageNumber = Math.Max(1, PageNumber);
        BillingMonth? month = BillingMonth.TryParse(Month, out var parsed) ? parsed : null;
        Bills = await queries.ListAsync(new BillFilter(null, Run, month, State, Q), PageNumber);
    }

    public string StateText(BillRow bill) => bill.State == BillRunState.Draft ? "草稿"
        : bill.Outstanding <= Money.Zero ? "已缴"
        : bill.DueOn < current.Today(clock) ? "逾期"
        : bill.Paid.IsZero ? "待收" : "部分已缴";

    public string StateClass(BillRow bill) => StateText(bill) switch
    {
        "草稿" => "draft",
        "已缴" => "paid",
        "逾期" => "overdue",
        "部分已缴" => "part",
        _ => "open",
    };
}
