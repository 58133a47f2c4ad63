using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Invoices;

/// <summary>Invoices that owners asked for, the waiting ones first.</summary>
public sealed class IndexModel(InvoiceQueries queries) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public InvoiceState? State { get; set; }

    /// <summary>Part of an owner's name or of a title, or an invoice number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<InvoiceRow> Requests { get; private set; } = null!;

    public async Task OnGetAsync() => Requests = await queries.ListAsync(State, Text, PageNumber);
}
