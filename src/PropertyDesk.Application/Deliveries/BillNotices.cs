using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>The messages that a publication owes the owners: rows first, sent later by whatever channel is set up.</summary>
public static class BillNotices
{
    /// <summary>One row for each bill; the caller writes them in the transaction of the publication.</summary>
    public static List<Delivery> Issued(IEnumerable<Bill> bills, DateOnly day, DateTimeOffset now) =>
        [.. bills.Select(bill => new Delivery(bill, DeliveryKind.BillIssued, day, now))];
}
