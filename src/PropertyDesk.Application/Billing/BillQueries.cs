using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Billing;

/// <summary>Bills as staff see them.</summary>
public sealed class BillQueries(DeskDbContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>A page of bills, newest month first, in walking order of the units.</summary>
    public async Task<BillPage> ListAsync(BillFilter filter, int page = 1, CancellationToken cancel = default)
    {
        var bills = Filtered(filter);
        var sums = await bills.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Total = g.Sum(b => b.Total.Fen), Paid = g.Sum(b => b.Paid.Fen), Open = g.Sum(b => b.Outstanding.Fen) })
            .SingleOrDefaultAsync(cancel);
        var rows = await bills.OrderByDescending(b => b.Period).ThenBy(b => b.Number)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(b => new BillRow(b.Id, b.Number, b.Period, b.UnitId, b.UnitCode, b.OwnerId, b.OwnerName, b.Total, b.Paid, b.Outstanding, b.DueOn, b.IssuedOn == null ? BillRunState.Draft : BillRunState.Published))
            .ToListAsync(cancel);
        return new BillPage(rows, sums?.Count ?? 0, new Money(sums?.Total ?? 0), new Money(sums?.Paid ?? 0), new Money(sums?.Open ?? 0));
    }

    /// <summary>One bill with the working of each line.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another company's or community's.</exception>
    public async Task<BillDetails> FindAsync(Guid billId, CancellationToken cancel = default)
    {
        var bill = NotFoundException.Check(
            await db.Bills.AsNoTracking().Include(b => b.Lines).Include(b => b.Credits).Include(b => b.Unit.Building).AsSplitQuery().SingleOrDefaultAsync(b => b.Id == billId, cancel), billId);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == bill.CommunityId, cancel);
        var payments = await db.Allocations.Where(a => a.BillId == billId)
            .Where(a => a.PaymentId != null)
            .GroupBy(a => new { a.PaymentId, a.Payment!.PaidOn, a.Payment.Method })
            .Select(g => new { g.Key, Fen = g.Sum(a => a.Amount.Fen) })
            .ToListAsync(cancel);
        var arrears = await db.Bills.Where(b => b.OwnerId == bill.OwnerId && b.UnitId == bill.UnitId && b.Period < bill.Period && b.IssuedOn != null)
            .SumAsync(b => b.Outstanding.Fen, cancel);
        return new BillDetails(
            bill.Id, bill.Number, bill.Period, bill.BillRunId, StateOf(bill), community.Name, community.Phone, bill.Unit.Building.Name, bill.UnitId, bill.UnitCode,
            bill.OwnerId, bill.OwnerName, bill.IssuedOn, bill.DueOn, bill.Total, bill.Credited, bill.Paid, new Money(arrears),
            LinesOf(bill),
            [.. payments.OrderBy(p => p.Key.PaidOn).Select(p => new BillPayment(p.Key.PaymentId!.Value, p.Key.PaidOn, p.Key.Method, new Money(p.Fen)))])
        {
            Code = PrintedCode.Write(bill.CompanyId, bill.Code),
        };
    }

    internal static BillRunState StateOf(Bill bill) => bill.IssuedOn is null ? BillRunState.Draft : BillRunState.Published;

    internal static IReadOnlyList<BillLineDetails> LinesOf(Bill bill)
    {
        var credits = bill.Credits.ToLookup(c => c.BillLineId, c => new BillCreditDetails(c.Id, c.Kind, c.Amount, c.On, LineWorking.FromJson(c.Working), c.DocumentId));
        return
        [
            .. bill.Lines.OrderBy(l => l.Position).Select(l => new BillLineDetails(
                l.Id, l.ItemName, l.OnBehalf, l.Amount, l.Credited, l.Paid, l.Net, l.VatRate, LineWorking.FromJson(l.Working),
                [.. credits[l.Id].OrderBy(c => c.On)], l.ReversedById is not null)),
        ];
    }

    private IQueryable<Bill> Filtered(BillFilter filter)
    {
        var bills = db.Bills.Where(b => filter.CommunityId == null || b.CommunityId == filter.CommunityId)
            .Where(b => filter.RunId == null || b.BillRunId == filter.RunId);
        if (filter.Month is { } month)
        {
            bills = bills.Where(b => b.Period == month);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            bills = bills.Where(b => b.UnitCode.StartsWith(text) || b.OwnerName.Contains(text) || b.Number == text);
        }

        var today = db.Current.Today(clock);
        return filter.State switch
        {
            BillStateFilter.Open => bills.Open(),
            BillStateFilter.Overdue => bills.Open().Where(b => b.DueOn < today),
            BillStateFilter.Paid => bills.Published().Where(b => b.Outstanding.Fen == 0),
            BillStateFilter.Draft => bills.Where(b => b.IssuedOn == null),
            _ => bills,
        };
    }
}
