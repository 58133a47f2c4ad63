using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Shifts;

/// <summary>A shift in the list.</summary>
public sealed record ShiftRow(
    Guid Id, Guid CommunityId, string Community, Guid CashierId, string Cashier, DateTimeOffset OpenedAt, ShiftState State, Money Float, Money Expected, Money Counted, DateTimeOffset? CountedAt,
    string? Reason, string? AcceptedBy, DateTimeOffset? AcceptedAt, string Pieces)
{
    public Money Difference => Counted - Expected;
}

/// <summary>A shift with what came in and went out of it.</summary>
/// <param name="Till">As it stands now.</param>
public sealed record ShiftDetails(ShiftRow Row, TillCount Till, IReadOnlyList<MethodSum> Methods, int Receipts, string? FirstReceipt, string? LastReceipt, IReadOnlyList<DepositRow> Deposits);

/// <summary>Cash taken to the bank.</summary>
public sealed record DepositRow(DateTimeOffset At, string By, Money Amount, string? Reference);

/// <summary>Reads shifts.</summary>
public sealed class ShiftQueries(DeskDbContext db, ShiftRoom room)
{
    public Task<Paged<ShiftRow>> ListAsync(int page = 1) => Rows(db.Shifts.OrderBy(s => s.State == ShiftState.Open ? 0 : s.State == ShiftState.Counted ? 1 : 2).ThenByDescending(s => s.OpenedAt)).ToPageAsync(page);

    /// <summary>The open shifts of whoever asks.</summary>
    public Task<List<ShiftRow>> OwnAsync() => Rows(db.Shifts.Where(s => s.CashierId == db.Current.UserId && s.State == ShiftState.Open)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such shift here.</exception>
    public async Task<ShiftDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db.Shifts.Where(s => s.Id == id)).FirstOrDefaultAsync(), id);
        var till = await room.TillAsync(await db.Shifts.AsNoTracking().SingleAsync(s => s.Id == id));
        var sums = await db.PaymentTenders.Where(t => t.Payment.ShiftId == id).GroupBy(t => t.Method).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(t => t.Amount.Fen) }).ToListAsync();
        var receipts = await db.Receipts.Where(r => r.Payment.ShiftId == id).OrderBy(r => r.Number).Select(r => new { r.Book, r.Number }).ToListAsync();
        var deposits = await db.BankDeposits.Where(d => d.ShiftId == id).OrderBy(d => d.DepositedAt).Select(d => new DepositRow(d.DepositedAt, d.DepositedBy, d.Amount, d.Reference)).ToListAsync();
        return new ShiftDetails(
            row, till, [.. sums.OrderBy(s => s.Key).Select(s => new MethodSum(s.Key, s.Count, new Money(s.Fen)))], receipts.Count,
            receipts.Count > 0 ? Receipt.Format(receipts[0].Book, receipts[0].Number) : null, receipts.Count > 0 ? Receipt.Format(receipts[^1].Book, receipts[^1].Number) : null, deposits);
    }

    private IQueryable<ShiftRow> Rows(IQueryable<Shift> shifts) => shifts.AsNoTracking().Select(s => new ShiftRow(
        s.Id, s.CommunityId, db.Communities.Where(c => c.Id == s.CommunityId).Select(c => c.Name).First(), s.CashierId, s.CashierName, s.OpenedAt, s.State, s.Float, s.Expected, s.Counted, s.CountedAt,
        s.Reason, s.AcceptedBy, s.AcceptedAt, s.Pieces));
}
