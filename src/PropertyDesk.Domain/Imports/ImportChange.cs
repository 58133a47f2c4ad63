namespace PropertyDesk.Domain.Imports;

/// <summary>One row that an import added or changed, kept so that the import can be undone as a whole.</summary>
public sealed class ImportChange : CompanyOwned
{
    private ImportChange()
    {
    }

    /// <param name="before">The changed row as it was, as JSON; null where the row was added.</param>
    public ImportChange(ImportBatch batch, CompanyOwned row, int order, string? before = null)
        : base(batch.CompanyId) => (ImportBatchId, Entity, EntityId, Order, Before) = (batch.Id, row.GetType().Name, row.Id, order, before);

    public Guid ImportBatchId { get; private set; }

    public string Entity { get; private set; } = "";

    public Guid EntityId { get; private set; }

    /// <summary>Order of the writes; undone backwards.</summary>
    public int Order { get; private set; }

    public string? Before { get; private set; }
}
