using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Refunds;

/// <summary>All refunds, those that wait for somebody first.</summary>
public sealed class IndexModel(RefundQueries refunds) : DeskPage
{
    public Paged<RefundRow> Rows { get; private set; } = null!;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Rows = await refunds.ListAsync(pageNumber);
}
