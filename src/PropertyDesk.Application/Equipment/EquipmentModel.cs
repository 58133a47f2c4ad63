using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Application.Equipment;

internal sealed class EquipmentModel : IEntityTypeConfiguration<Asset>, IEntityTypeConfiguration<AssetCount>, IEntityTypeConfiguration<MaintenancePlan>,
    IEntityTypeConfiguration<MaintenanceTask>, IEntityTypeConfiguration<TaskCheck>, IEntityTypeConfiguration<AssetFailure>
{
    private const int LongNote = 500;

    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.Link<Asset, Building>(a => a.Building, nameof(Asset.BuildingId));
        builder.UniqueInCompany(nameof(Asset.Number));
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Display);
    }

    public void Configure(EntityTypeBuilder<AssetCount> builder)
    {
        builder.Link<AssetCount, Asset>(nameof(AssetCount.AssetId));
        builder.HasIndex(c => new { c.CompanyId, c.AssetId, c.On });
    }

    public void Configure(EntityTypeBuilder<MaintenancePlan> builder)
    {
        builder.Link<MaintenancePlan, Asset>(p => p.Asset, nameof(MaintenancePlan.AssetId));
        builder.Property(p => p.Checklist).HasMaxLength(2000);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Lines);
        builder.Ignore(p => p.NextOn);
        builder.Ignore(p => p.NextCount);
    }

    public void Configure(EntityTypeBuilder<MaintenanceTask> builder)
    {
        builder.Link<MaintenanceTask, MaintenancePlan>(t => t.Plan, nameof(MaintenanceTask.PlanId));
        builder.Link<MaintenanceTask, Asset>(t => t.Asset, nameof(MaintenanceTask.AssetId));
        builder.Link<MaintenanceTask, StoredFile>(nameof(MaintenanceTask.FileId));
        builder.Children<MaintenanceTask, TaskCheck>(t => t.Checks, null, nameof(TaskCheck.TaskId));
        builder.UniqueInCompany(nameof(MaintenanceTask.PlanId), nameof(MaintenanceTask.Time));
        builder.HasIndex(t => new { t.CompanyId, t.State, t.DueOn });
        builder.Property(t => t.Note).HasMaxLength(LongNote);
        builder.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TaskCheck> builder) => builder.UniqueInCompany(nameof(TaskCheck.TaskId), nameof(TaskCheck.Line));

    public void Configure(EntityTypeBuilder<AssetFailure> builder)
    {
        builder.Link<AssetFailure, Asset>(f => f.Asset, nameof(AssetFailure.AssetId));
        builder.UniqueInCompany(nameof(AssetFailure.RequestId));
        builder.HasIndex(f => new { f.CompanyId, f.AssetId, f.Since });
        builder.Property(f => f.What).HasMaxLength(LongNote);
        builder.Property(f => f.Repair).HasMaxLength(LongNote);
        builder.Property(f => f.Version).IsConcurrencyToken();
    }
}
