using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Invoices;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Invoices;

/// <summary>One request: what to type into the tax office's system, and the two ways in which it ends.</summary>
public sealed class DetailsModel(InvoiceQueries queries, InvoiceRequests requests, PaymentQueries payments, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IssuedInput Input { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public InvoiceRow Invoice { get; private set; } = null!;

    /// <summary>What the receipt paid, by charge item; what went into the purse is a line of its own.</summary>
    public IReadOnlyList<(string Item, Money Amount)> Items { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Invoice = await queries.FindAsync(Id);
        var payment = await payments.FindAsync(Invoice.PaymentId);
        var paid = payment.Lines.GroupBy(l => l.Item, StringComparer.Ordinal).Select(g => (g.Key, Money.Sum(g.Select(l => l.Amount))));
        Items = [.. payment.Prepaid.IsZero ? paid : paid.Append((Texts.Of("预存款"), payment.Prepaid))];
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.IssuedOn = current.Today(clock);
    }

    public Task<IActionResult> OnPostIssueAsync() => EndAsync(async () =>
    {
        await requests.IssueAsync(Id, Input.Number, Input.IssuedOn ?? throw new RuleViolation("请填写开票日期。", field: "IssuedOn"), await Input.File.ReadAsync());
        Say(Texts.Of("发票已登记，业主可以下载。"));
    });

    public Task<IActionResult> OnPostRefuseAsync() => EndAsync(async () =>
    {
        await requests.RefuseAsync(Id, Reason);
        Say(Texts.Of("申请已退回，业主会看到原因。"));
    });

    private async Task<IActionResult> EndAsync(Func<Task> end)
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await end();
        return RedirectToPage(new { Id });
    }

    public sealed class IssuedInput
    {
        public string? Number { get; set; }

        public DateOnly? IssuedOn { get; set; }

        public IFormFile? File { get; set; }
    }
}
