using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>
/// A subject of its own for what one charge item earns, or collects for others; items without one go with their account.
/// </summary>
public sealed class ItemSubject : CommunityOwned
{
    private ItemSubject()
    {
    }

    public ItemSubject(ChargeItem item, Subject subject)
        : base(item)
    {
        ChargeItemId = item.Id;
        Change(subject);
    }

    public Guid ChargeItemId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public void Change(Subject subject) => (Code, Name) = subject;
}
