using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Invoices;

internal sealed class InvoicesModel : IEntityTypeConfiguration<InvoiceRequest>
{
    public void Configure(EntityTypeBuilder<InvoiceRequest> builder)
    {
        builder.Link<InvoiceRequest, Receipt>(r => r.Receipt, nameof(InvoiceRequest.ReceiptId));
        builder.Link<InvoiceRequest, Receipt>(nameof(InvoiceRequest.LiveReceiptId));
        builder.Link<InvoiceRequest, Owner>(r => r.Owner, nameof(InvoiceRequest.OwnerId));
        builder.Link<InvoiceRequest, StoredFile>(r => r.File, nameof(InvoiceRequest.FileId));
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.UniqueInCompany(nameof(InvoiceRequest.LiveReceiptId));
        builder.HasIndex(r => new { r.CompanyId, r.State, r.RequestedAt });
        builder.ToTable(t => t.HasCheckConstraint("CK_InvoiceRequests_Amount", "\"Amount_Fen\" > 0"));
    }
}
