using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.Portal;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Payments;

/// <summary>The owner's payments with their receipts, and what became of the invoices asked for.</summary>
public sealed class IndexModel(PortalQueries queries, InvoiceQueries invoices, CurrentCompany current) : PageModel
{
    private Dictionary<Guid, InvoiceState> _invoices = [];

    public IReadOnlyList<PortalPayment> Payments { get; private set; } = [];

    /// <summary>Null where none lives: a refused or withdrawn one may be asked for again. Whoever only looks sees none.</summary>
    public InvoiceState? InvoiceOf(PortalPayment payment) =>
        current.May(Permission.ActOnPortal) && _invoices.TryGetValue(payment.ReceiptId, out var state) ? state : null;

    public bool MayAskInvoice(PortalPayment payment) =>
        payment.Amount > Money.Zero && !payment.IsTakenBack && current.ActsForOwnerIds.Contains(payment.OwnerId);

    public async Task OnGetAsync()
    {
        Payments = await queries.PaymentsAsync();
        _invoices = (await invoices.MineAsync()).Where(i => i.State is InvoiceState.Requested or InvoiceState.Issued).ToDictionary(i => i.ReceiptId, i => i.State);
    }
}
