using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Ledger;

/// <summary>The books, to look at: what the audit found, the accounts' balances, the journal.</summary>
public sealed class IndexModel(LedgerAudit audit, JournalQueries journal) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public JournalKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Replayed when the page is opened; not again for each page or filter of the journal.</summary>
    public LedgerAuditResult? Audit { get; private set; }

    public IReadOnlyList<AccountBalance> Balances { get; private set; } = [];

    public Paged<JournalRow> Journal { get; private set; } = null!;

    public Pager Pager => new(Journal.Number, Journal.Total, Journal.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1)
    {
        if (pageNumber == 1 && Kind is null && From is null && To is null)
        {
            Audit = await audit.RunAsync();
            Balances = await journal.BalancesAsync();
        }

        Journal = await journal.ListAsync(Kind, From, To, pageNumber);
    }
}
