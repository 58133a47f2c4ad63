using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.Application.WorkOrders;

internal sealed class WorkOrdersModel : IEntityTypeConfiguration<WorkOrder>, IEntityTypeConfiguration<OrderStep>, IEntityTypeConfiguration<OrderFile>
{
    private const int LongText = 1000;

    public void Configure(EntityTypeBuilder<WorkOrder> builder)
    {
        builder.Link<WorkOrder, Department>(o => o.From, nameof(WorkOrder.FromId));
        builder.Link<WorkOrder, Department>(o => o.To, nameof(WorkOrder.ToId));
        builder.Link<WorkOrder, Ticket>(o => o.Ticket, nameof(WorkOrder.TicketId));
        builder.Link<WorkOrder, Unit>(o => o.Unit, nameof(WorkOrder.UnitId));
        builder.UniqueInCompany(nameof(WorkOrder.Number));
        builder.UniqueInCompany(nameof(WorkOrder.RequestId));
        builder.HasIndex(o => new { o.CompanyId, o.State, o.DueOn });
        builder.Property(o => o.What).HasMaxLength(LongText);
        builder.Property(o => o.Answer).HasMaxLength(LongText);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.Display);
    }

    public void Configure(EntityTypeBuilder<OrderStep> builder)
    {
        builder.Link<OrderStep, WorkOrder>(nameof(OrderStep.OrderId));
        builder.UniqueInCompany(nameof(OrderStep.OrderId), nameof(OrderStep.Number));
        builder.Property(s => s.Text).HasMaxLength(LongText);
    }

    public void Configure(EntityTypeBuilder<OrderFile> builder)
    {
        builder.Link<OrderFile, WorkOrder>(nameof(OrderFile.OrderId));
        builder.Link<OrderFile, OrderStep>(nameof(OrderFile.StepId));
        builder.Link<OrderFile, StoredFile>(nameof(OrderFile.FileId));
    }
}
