using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit;

/// <summary>The batches, and above them what waits for a person.</summary>
public sealed class IndexModel(DebitQueries debits) : DeskPage
{
    public Paged<DebitBatchRow> Rows { get; private set; } = null!;

    public IReadOnlyList<DebitLineRow> Waiting { get; private set; } = [];

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) =>
        (Rows, Waiting) = (await debits.ListAsync(pageNumber), await debits.WaitingAsync());
}
