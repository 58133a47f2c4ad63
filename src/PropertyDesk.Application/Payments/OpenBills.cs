using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Payments;

/// <summary>Which bills are owed: a draft is nobody's debt.</summary>
public static class OpenBills
{
    /// <summary>Bills that were published, paid or not.</summary>
    public static IQueryable<Bill> Published(this IQueryable<Bill> bills) => bills.Where(b => b.IssuedOn != null);

    /// <summary>Published bills that are not fully paid.</summary>
    public static IQueryable<Bill> Open(this IQueryable<Bill> bills) => bills.Published().Where(b => b.Outstanding.Fen > 0);

    /// <summary>
    /// Holds the bills until the transaction ends: money and corrections come to the same bill one after the other, and what
    /// is read from here on is the last word.
    /// </summary>
    public static Task LockAsync(this IQueryable<Bill> bills, CancellationToken cancel = default) =>
        bills.ExecuteUpdateAsync(set => set.SetProperty(b => b.Version, b => b.Version), cancel);
}
