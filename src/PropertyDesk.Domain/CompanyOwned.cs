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

    // Only a new row makes its id: making one for each row that is read would cost as much as reading some columns.
    private protected CompanyOwned(int companyId)
        : this(companyId, Guid.CreateVersion7())
    {
    }

    /// <param name="id">An id of its own kind: the usual one tells when the row was made.</param>
    private protected CompanyOwned(int companyId, Guid id)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(companyId);
        (CompanyId, Id) = (companyId, id);
    }

    public int CompanyId { get; private set; }

    public Guid Id { get; private set; }
}
