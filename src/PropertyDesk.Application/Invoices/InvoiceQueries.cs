using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Invoices;

/// <summary>A request for an invoice, as the desk and its owner see it.</summary>
/// <param name="IsTakenBack">The receipt was voided or taken back after the owner asked.</param>
public sealed record InvoiceRow(
    Guid Id, Guid ReceiptId, Guid PaymentId, string Book, int ReceiptNumber, Guid OwnerId, string Owner, InvoiceTitleKind TitleKind, string Title, string? TaxNumber, string Email,
    Money Amount, InvoiceState State, string RequestedBy, DateTimeOffset RequestedAt, string? Number, DateOnly? IssuedOn, Guid? FileId, string? Reason, string? ClosedBy,
    DateTimeOffset? ClosedAt, bool IsTakenBack)
{
    public string Receipt => Domain.Payments.Receipt.Format(Book, ReceiptNumber);
}

/// <summary>A receipt that an invoice may be asked for.</summary>
/// <param name="Last">What was filled in for the latest invoice of the same owner: most people have one title.</param>
public sealed record InvoiceableReceipt(Guid Id, string Receipt, DateOnly PaidOn, Money Amount, InvoiceRow? Last);

/// <summary>Reads requests for invoices.</summary>
public sealed class InvoiceQueries(DeskDbContext db)
{
    /// <summary>The waiting ones first, then the newest.</summary>
    public Task<Paged<InvoiceRow>> ListAsync(InvoiceState? state, string? text, int page = 1)
    {
        var wanted = text?.Trim() ?? "";
        return Rows(db.InvoiceRequests.Where(r => state == null || r.State == state)
            .Where(r => wanted == "" || r.Owner.Name.Contains(wanted) || r.Title.Contains(wanted) || r.Number == wanted)
            .OrderBy(r => r.State != InvoiceState.Requested).ThenByDescending(r => r.RequestedAt).ThenBy(r => r.Id))
            .ToPageAsync(page);
    }

    /// <exception cref="NotFoundException">There is no such request here.</exception>
    public async Task<InvoiceRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.InvoiceRequests.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>Those of the owner records that the login may look at, newest first.</summary>
    public Task<List<InvoiceRow>> MineAsync() =>
        Rows(db.InvoiceRequests.Where(r => db.Current.OwnerIds.Contains(r.OwnerId)).OrderByDescending(r => r.RequestedAt)).Take(120).ToListAsync();

    /// <exception cref="NotFoundException">There is no such receipt, or the login may not act for its payer.</exception>
    public async Task<InvoiceableReceipt> ReceiptAsync(Guid receiptId)
    {
        var receipt = NotFoundException.Check(
            await db.Receipts.Include(r => r.Payment).AsNoTracking().FirstOrDefaultAsync(r => r.Id == receiptId && db.Current.ActsForOwnerIds.Contains(r.Payment.OwnerId)), receiptId);
        var last = await Rows(db.InvoiceRequests.Where(r => r.OwnerId == receipt.Payment.OwnerId).OrderByDescending(r => r.RequestedAt)).FirstOrDefaultAsync();
        return new InvoiceableReceipt(receipt.Id, receipt.Display, receipt.Payment.PaidOn, receipt.Payment.Amount, last);
    }

    /// <summary>The invoice itself, for the owner.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<FileContent> FileAsync(Guid id) => NotFoundException.Check(
        await db.InvoiceRequests.Where(r => r.Id == id && r.File != null && db.Current.OwnerIds.Contains(r.OwnerId))
            .Select(r => new FileContent(r.File!.Name, r.File.ContentType, r.File.Content)).FirstOrDefaultAsync(),
        id);

    private IQueryable<InvoiceRow> Rows(IQueryable<InvoiceRequest> requests) => requests.AsNoTracking().Select(r => new InvoiceRow(
        r.Id, r.ReceiptId, r.Receipt.PaymentId, r.Receipt.Book, r.Receipt.Number, r.OwnerId, r.Owner.Name, r.TitleKind, r.Title, r.TaxNumber, r.Email, r.Amount, r.State, r.RequestedBy,
        r.RequestedAt, r.Number, r.IssuedOn, r.FileId, r.Reason, r.ClosedBy, r.ClosedAt, db.Payments.Any(p => p.ReversesId == r.Receipt.PaymentId)));
}
