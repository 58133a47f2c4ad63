using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Payments;

/// <summary>Which bills are owed: a draft is nobody's debt.</summary>
public static class OpenBills
{
    /// <summary>Bills that were published, paid or not.</summary>
    public static IQueryable<Bill> Published(this IQueryable<Bill> bills) => bills.Where(b => b.IssuedOn != null);

    /// <summary>Published bills that are not fully paid.</summary>
    public static IQueryable<Bill> Open(this IQueryable<Bill> bills) => bills.Published().Where(b => b.Outstanding.Fen > 0);
}
