using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>What <see cref="BillLine"/> says of itself, for the database.</summary>
internal static class LinesByKind
{
    /// <summary><see cref="BillLine.IsLateFee"/></summary>
    public static IQueryable<BillLine> LateFees(this IQueryable<BillLine> lines) => lines.Where(l => l.ChargeAssignmentId == null && l.TicketId == null);

    /// <summary>All but late fees: charges and services.</summary>
    public static IQueryable<BillLine> Principal(this IQueryable<BillLine> lines) => lines.Where(l => l.ChargeAssignmentId != null || l.TicketId != null);
}
