namespace PropertyDesk.Domain;

/// <summary>
/// A row that belongs to one company (a property company; the "tenant" of multi-tenancy, a word that in this trade means
/// somebody who rents a flat). Its key is (CompanyId, Id), so that the database refuses a link into another company.
/// The company always comes from the parent that the new row hangs on, never from input.
/// </summary>
public abstract class CompanyOwned
{
    private protected CompanyOwned()
    {
    }

    private protected CompanyOwned(int companyId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(companyId);
        CompanyId = companyId;

        // Only a new row makes its id: making one for each row that is read would cost as much as reading some columns.
        Id = Guid.CreateVersion7();
    }

    public int CompanyId { get; private set; }

    public Guid Id { get; private set; }
}
