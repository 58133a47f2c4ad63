using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deposits;

/// <summary>The deposits that are held, and on wish those that were settled.</summary>
public sealed class IndexModel(DepositQueries deposits) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public Paged<DepositRow> Rows { get; private set; } = null!;

    public Money Held { get; private set; }

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) =>
        (Rows, Held) = (await deposits.ListAsync(!All, pageNumber), await deposits.HeldAsync());
}
