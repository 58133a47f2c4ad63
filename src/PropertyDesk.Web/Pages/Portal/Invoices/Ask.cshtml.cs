using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Invoices;

/// <summary>Asks for an invoice for one receipt; what was filled in last time stands there already.</summary>
public sealed class AskModel(InvoiceQueries queries, InvoiceRequests requests) : DeskPage
{
    /// <summary>The receipt.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InvoiceInput Input { get; set; } = new();

    public InvoiceableReceipt Receipt { get; private set; } = null!;

    public override async Task LoadAsync() => Receipt = await queries.ReceiptAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Receipt.Last is { } last)
        {
            Input = new InvoiceInput { Kind = last.TitleKind, Title = last.Title, TaxNumber = last.TaxNumber, Email = last.Email };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await requests.AskAsync(Id, new WantedInvoice(Input.Kind, Input.Title, Input.TaxNumber, Input.Email));
        Say(Texts.Of("发票申请已提交，开好后在这里下载。"));
        return RedirectToPage("Index");
    }

    public sealed class InvoiceInput
    {
        public InvoiceTitleKind Kind { get; set; }

        [Required(ErrorMessage = "请填写发票抬头。"), StringLength(100)]
        public string? Title { get; set; }

        [StringLength(30)]
        public string? TaxNumber { get; set; }

        [Required(ErrorMessage = "请填写接收发票的邮箱。"), StringLength(200)]
        public string? Email { get; set; }
    }
}
