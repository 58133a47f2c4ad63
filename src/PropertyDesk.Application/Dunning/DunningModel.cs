using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Dunning;

internal sealed class DunningModel : IEntityTypeConfiguration<DunningLadder>, IEntityTypeConfiguration<DunningContact>, IEntityTypeConfiguration<DunningStep>,
    IEntityTypeConfiguration<DunningCall>, IEntityTypeConfiguration<PaymentPromise>, IEntityTypeConfiguration<PromisedBill>, IEntityTypeConfiguration<ArrearsNote>
{
    private const int LongNote = 500;

    public void Configure(EntityTypeBuilder<DunningLadder> builder)
    {
        builder.Link<DunningLadder, Community>(nameof(DunningLadder.CommunityId));
        builder.UniqueInCompany(nameof(DunningLadder.Scope));
        builder.Property(l => l.Terms).HasMaxLength(2000);
        builder.Ignore(l => l.Rungs);
    }

    public void Configure(EntityTypeBuilder<DunningContact> builder)
    {
        builder.Link<DunningContact, Owner>(c => c.Owner, nameof(DunningContact.OwnerId));
        builder.Link<DunningContact, Delivery>(c => c.Delivery, nameof(DunningContact.DeliveryId));
        builder.UniqueInCompany(nameof(DunningContact.Slot));
        builder.HasIndex(c => new { c.CompanyId, c.Kind, c.CallOn });
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.IsOpen);
    }

    public void Configure(EntityTypeBuilder<DunningStep> builder)
    {
        builder.Link<DunningStep, DunningContact>(s => s.Contact, nameof(DunningStep.ContactId));
        builder.Link<DunningStep, Bill>(s => s.Bill, nameof(DunningStep.BillId));
        builder.UniqueInCompany(nameof(DunningStep.BillId), nameof(DunningStep.Kind), nameof(DunningStep.Turn));
    }

    public void Configure(EntityTypeBuilder<DunningCall> builder)
    {
        builder.Link<DunningCall, Owner>(nameof(DunningCall.OwnerId));
        builder.Link<DunningCall, DunningContact>(nameof(DunningCall.ContactId));
        builder.UniqueInCompany(nameof(DunningCall.RequestId));
        builder.HasIndex(c => new { c.CompanyId, c.OwnerId, c.At });
        builder.Property(c => c.Note).HasMaxLength(LongNote);
    }

    public void Configure(EntityTypeBuilder<PaymentPromise> builder)
    {
        builder.Link<PaymentPromise, Owner>(p => p.Owner, nameof(PaymentPromise.OwnerId));
        builder.Children<PaymentPromise, PromisedBill>(p => p.Bills, null, nameof(PromisedBill.PromiseId));
        builder.HasIndex(p => new { p.CompanyId, p.State, p.Until });
        builder.Property(p => p.Note).HasMaxLength(LongNote);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PromisedBill> builder)
    {
        builder.Link<PromisedBill, Bill>(nameof(PromisedBill.BillId));
        builder.Link<PromisedBill, Bill>(nameof(PromisedBill.OpenBillId));
        builder.UniqueInCompany(nameof(PromisedBill.OpenBillId));
    }

    public void Configure(EntityTypeBuilder<ArrearsNote> builder)
    {
        builder.Link<ArrearsNote, Bill>(n => n.Bill, nameof(ArrearsNote.BillId));
        builder.HasIndex(n => new { n.CompanyId, n.BillId, n.At });
    }
}
