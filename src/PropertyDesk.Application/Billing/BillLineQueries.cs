using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Billing;

/// <summary>One line with the bill that it stands on.</summary>
public sealed record OneBillLine(Guid BillId, string BillNumber, BillingMonth Period, string Community, string? CommunityPhone, string Unit, BillLineDetails Line);

/// <summary>Reads single bill lines.</summary>
public sealed class BillLineQueries(DeskDbContext db)
{
    /// <exception cref="NotFoundException">There is no such line here, or its bill is a draft.</exception>
    public async Task<OneBillLine> FindAsync(Guid lineId, CancellationToken cancel = default)
    {
        var bill = NotFoundException.Check(
            await db.Bills.AsNoTracking().Include(b => b.Lines.Where(l => l.Id == lineId)).Include(b => b.Credits.Where(c => c.BillLineId == lineId)).AsSplitQuery()
                .FirstOrDefaultAsync(b => b.IssuedOn != null && b.Lines.Any(l => l.Id == lineId), cancel),
            lineId);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == bill.CommunityId, cancel);
        return new OneBillLine(bill.Id, bill.Number, bill.Period, community.Name, community.Phone, bill.UnitCode, BillQueries.LinesOf(bill)[0]);
    }
}
