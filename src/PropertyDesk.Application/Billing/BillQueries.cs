using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
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
            .Select(g => new { Count = g.Count(), Total = g.Sum(b => b.Total.Fen), Paid = g.Sum(b => b.Paid.Fen) })
            .SingleOrDefaultAsync(cancel);
        var rows = await bills.OrderByDescending(b => b.Period).ThenBy(b => b.Number)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(b => new BillRow(b.Id, b.Number, b.Period, b.UnitId, b.UnitCode, b.OwnerId, b.OwnerName, b.Total, b.Paid, b.DueOn, b.BillRun.State))
            .ToListAsync(cancel);
        return new BillPage(rows, sums?.Count ?? 0, new Money(sums?.Total ?? 0), new Money(sums?.Paid ?? 0));
    }

    /// <summary>One bill with the working of each line.</summary>
    /// <exception cref="NotFoundException">There is none, or it is another company's or community's.</exception>
    public async Task<BillDetails> FindAsync(Guid billId, CancellationToken cancel = default)
    {
        var bill = NotFoundException.Check(
            await db.Bills.AsNoTracking().Include(b => b.Lines).Include(b => b.BillRun).Include(b => b.Unit.Building).SingleOrDefaultAsync(b => b.Id == billId, cancel), billId);
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == bill.CommunityId, cancel);
        var payments = await db.Allocations.Where(a => a.BillId == billId)
            .GroupBy(a => new { a.PaymentId, a.Payment.PaidOn, a.Payment.Method })
            .Select(g => new { g.Key, Fen = g.Sum(a => a.Amount.Fen) })
            .ToListAsync(cancel);
        var arrears = await db.Bills.Where(b => b.OwnerId == bill.OwnerId && b.UnitId == bill.UnitId && b.Period < bill.Period && b.BillRun.State != BillRunState.Draft)
            .SumAsync(b => b.Total.Fen - b.Paid.Fen, cancel);
        return new BillDetails(
            bill.Id, bill.Number, bill.Period, bill.BillRunId, bill.BillRun.State, community.Name, community.Phone, bill.Unit.Building.Name, bill.UnitId, bill.UnitCode,
            bill.OwnerId, bill.OwnerName, bill.IssuedOn, bill.DueOn, bill.Total, bill.Paid, new Money(arrears),
            [.. bill.Lines.OrderBy(l => l.Position).Select(LineOf)],
            [.. payments.OrderBy(p => p.Key.PaidOn).Select(p => new BillPayment(p.Key.PaymentId, p.Key.PaidOn, p.Key.Method, new Money(p.Fen)))]);
    }

    internal static BillLineDetails LineOf(BillLine line) =>
        new(line.Id, line.ItemName, line.OnBehalf, line.Amount, line.Paid, line.Net, line.VatRate, LineWorking.FromJson(line.Working));

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
            BillStateFilter.Open => bills.Where(b => b.BillRun.State != BillRunState.Draft && b.Paid.Fen < b.Total.Fen),
            BillStateFilter.Overdue => bills.Where(b => b.BillRun.State != BillRunState.Draft && b.Paid.Fen < b.Total.Fen && b.DueOn < today),
            BillStateFilter.Paid => bills.Where(b => b.BillRun.State != BillRunState.Draft && b.Paid.Fen == b.Total.Fen),
            BillStateFilter.Draft => bills.Where(b => b.BillRun.State == BillRunState.Draft),
            _ => bills,
        };
    }
}

public enum BillStateFilter
{
    All,

    Open,

    Overdue,

    Paid,

    Draft,
}

/// <summary>What a list of bills is narrowed to; null means no limit.</summary>
/// <param name="Text">Start of a unit's short form, part of a name, or a bill number.</param>
public sealed record BillFilter(Guid? CommunityId = null, Guid? RunId = null, BillingMonth? Month = null, BillStateFilter State = BillStateFilter.All, string? Text = null);

public sealed record BillPage(IReadOnlyList<BillRow> Rows, int Count, Money Total, Money Paid);

public sealed record BillRow(
    Guid Id, string Number, BillingMonth Period, Guid UnitId, string Unit, Guid OwnerId, string Owner, Money Total, Money Paid, DateOnly? DueOn, BillRunState State)
{
    public Money Outstanding => Total - Paid;
}

/// <summary>A bill as it is shown, printed and explained.</summary>
/// <param name="Arrears">Open from earlier months of the same unit and payer.</param>
public sealed record BillDetails(
    Guid Id, string Number, BillingMonth Period, Guid RunId, BillRunState State, string Community, string? CommunityPhone, string Building, Guid UnitId, string Unit,
    Guid OwnerId, string Owner, DateOnly? IssuedOn, DateOnly? DueOn, Money Total, Money Paid, Money Arrears,
    IReadOnlyList<BillLineDetails> Lines, IReadOnlyList<BillPayment> Payments)
{
    public Money Outstanding => Total - Paid;
}

public sealed record BillLineDetails(
    Guid Id, string Item, bool OnBehalf, Money Amount, Money Paid, Money Net, decimal VatRate, LineWorking Working)
{
    /// <summary>False would mean that the frozen data no longer give the frozen amount.</summary>
    public bool Proved => Working.Recompute() == Amount;
}

public sealed record BillPayment(Guid PaymentId, DateOnly PaidOn, Domain.Payments.PaymentMethod Method, Money Amount);
